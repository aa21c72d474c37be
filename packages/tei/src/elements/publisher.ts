import type { ElementRow } from '../element-row.js';

export const publisher: ElementRow = {
  name: 'publisher',
  module: 'core',
  label: 'Publisher',
  gloss: 'Who publishes.',
  shape: 'phrase',
  classes: ['model.imprintPart', 'model.publicationStmtPart.agency'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.canonical'],
  attributes: [],
  guidelines: '3.12.2.4 Imprint, Size of a Document, and Reprint Information',
  example: '<publisher>Foreign Languages Publishing House</publisher>',
};
