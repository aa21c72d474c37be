import type { ElementRow } from '../element-row.js';

export const editionStmt: ElementRow = {
  name: 'editionStmt',
  module: 'header',
  label: 'Edition statement',
  gloss: 'Which edition of the text this is.',
  shape: 'header',
  classes: [],
  content: 'model.pLike+ | (edition, model.respLike*)',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '2.2.2 The Edition Statement',
  example: '<editionStmt><edition>First edition</edition></editionStmt>',
};
