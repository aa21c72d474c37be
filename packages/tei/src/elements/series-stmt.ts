import type { ElementRow } from '../element-row.js';

export const seriesStmt: ElementRow = {
  name: 'seriesStmt',
  module: 'header',
  label: 'Series',
  gloss: 'The series to which the publication belongs.',
  shape: 'header',
  classes: [],
  content: 'model.pLike+ | (title+, (editor | respStmt)*, (idno | biblScope)*)',
  attributeClasses: ['att.global', 'att.declarable'],
  attributes: [],
  guidelines: '2.2.5 The Series Statement',
  example: '<seriesStmt><title>Correspondence</title><biblScope unit="volume">2</biblScope></seriesStmt>',
};
