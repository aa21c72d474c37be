import type { ElementRow } from '../element-row.js';

export const notesStmt: ElementRow = {
  name: 'notesStmt',
  module: 'header',
  label: 'Notes',
  gloss: 'Notes on the document as a whole.',
  shape: 'header',
  classes: [],
  content: '(model.noteLike | relatedItem)+',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '2.2.6 The Notes Statement',
  example: '<notesStmt><note>The number is lost in the source.</note></notesStmt>',
};
