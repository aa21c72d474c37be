import type { ElementRow } from '../element-row.js';

export const titleStmt: ElementRow = {
  name: 'titleStmt',
  module: 'header',
  label: 'Title statement',
  gloss: 'The title of the document and who is responsible for it.',
  shape: 'header',
  classes: [],
  content: 'title+, model.respLike*',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '2.2.1 The Title Statement',
  example: '<titleStmt><title>No. 1</title></titleStmt>',
};
