import type { ElementRow } from '../element-row.js';

export const explicit: ElementRow = {
  name: 'explicit',
  module: 'msdescription',
  label: 'Explicit',
  gloss: 'The last words of a text.',
  shape: 'phrase',
  classes: ['model.biblPart', 'model.msQuoteLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.msExcerpt', 'att.typed'],
  attributes: [],
  guidelines: '11.6.1 The msItem and msItemStruct Elements',
  example: '<explicit>Yours ever</explicit>',
};
