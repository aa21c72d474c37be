import type { ElementRow } from '../element-row.js';

export const pubPlace: ElementRow = {
  name: 'pubPlace',
  module: 'core',
  label: 'Place of publication',
  gloss: 'Where something was published.',
  shape: 'phrase',
  classes: ['model.imprintPart', 'model.publicationStmtPart.detail'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.naming'],
  attributes: [],
  gutter: { name: 'place' },
  guidelines: '3.12.2.4 Imprint, Size of a Document, and Reprint Information',
  example: '<pubPlace>Moscow</pubPlace>',
};
