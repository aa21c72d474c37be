import type { ElementRow } from '../element-row.js';

export const am: ElementRow = {
  name: 'am',
  module: 'transcr',
  label: 'Abbreviation mark',
  gloss: 'The sign of abbreviation, which the expansion leaves out.',
  shape: 'phrase',
  classes: ['model.choicePart', 'model.pPart.editorial'],
  content: '(text | model.gLike | model.pPart.transcriptional)*',
  attributeClasses: ['att.global', 'att.editLike', 'att.typed'],
  attributes: [],
  gutter: { name: 'mark' },
  guidelines: '12.3.1.2 Abbreviation and Expansion',
  example: '<am>.</am>',
};
