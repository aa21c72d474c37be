import type { ElementRow } from '../element-row.js';

export const distributor: ElementRow = {
  name: 'distributor',
  module: 'header',
  label: 'Distributor',
  gloss: 'Who distributes the document.',
  shape: 'phrase',
  classes: ['model.imprintPart', 'model.publicationStmtPart.agency'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.canonical'],
  attributes: [],
  guidelines: '2.2.4 Publication, Distribution, Licensing, etc.',
  example: '<distributor>The Library</distributor>',
};
