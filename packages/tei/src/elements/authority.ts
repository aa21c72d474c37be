import type { ElementRow } from '../element-row.js';

export const authority: ElementRow = {
  name: 'authority',
  module: 'header',
  label: 'Authority',
  gloss: 'Who makes the document available.',
  shape: 'phrase',
  classes: ['model.publicationStmtPart.agency'],
  content: 'macro.phraseSeq.limited',
  attributeClasses: ['att.global', 'att.canonical'],
  attributes: [],
  guidelines: '2.2.4 Publication, Distribution, Licensing, etc.',
  example: '<authority>The Commission</authority>',
};
