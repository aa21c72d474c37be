import type { ElementRow } from '../element-row.js';

export const publicationStmt: ElementRow = {
  name: 'publicationStmt',
  module: 'header',
  label: 'Publication',
  gloss: 'Who publishes the document, and on what terms.',
  shape: 'header',
  classes: [],
  content: '(model.publicationStmtPart.agency, model.publicationStmtPart.detail*)+ | model.pLike+',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '2.2.4 Publication, Distribution, Licensing, etc.',
  example:
    '<publicationStmt><publisher>Chancery</publisher><availability><licence>Free to use</licence></availability></publicationStmt>',
};
