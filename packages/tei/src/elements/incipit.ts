import type { ElementRow } from '../element-row.js';

export const incipit: ElementRow = {
  name: 'incipit',
  module: 'msdescription',
  label: 'Incipit',
  gloss: 'The first words of a text.',
  shape: 'phrase',
  classes: ['model.biblPart', 'model.msQuoteLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.msExcerpt', 'att.typed'],
  attributes: [],
  guidelines: '11.6.1 The msItem and msItemStruct Elements',
  example: '<incipit>I have received your letter</incipit>',
};
