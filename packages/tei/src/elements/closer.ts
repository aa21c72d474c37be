import type { ElementRow } from '../element-row.js';

export const closer: ElementRow = {
  name: 'closer',
  module: 'textstructure',
  label: 'Closer',
  gloss: 'What stands after the text of a letter: greeting, signature, dateline.',
  shape: 'either',
  classes: ['model.divBottomPart'],
  content: '(text | model.gLike | byline | signed | dateline | salute | model.phrase | model.global)*',
  attributeClasses: ['att.global', 'att.written'],
  attributes: [],
  toolbar: { group: 'structure', order: 80 },
  guidelines: '4.2.2 Openers and Closers',
  example: '<closer><salute>Yours sincerely,</salute><signed>J. Stalin</signed></closer>',
};
