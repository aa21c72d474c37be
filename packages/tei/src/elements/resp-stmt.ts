import type { ElementRow } from '../element-row.js';

export const respStmt: ElementRow = {
  name: 'respStmt',
  module: 'core',
  label: 'Responsibility',
  gloss: 'Who did what for the edition.',
  shape: 'inline',
  classes: ['model.respLike'],
  content: '((resp+, model.nameLike.agent+) | (model.nameLike.agent+, resp+)), note*',
  attributeClasses: ['att.global', 'att.canonical'],
  attributes: [],
  gutter: { name: 'responsible' },
  guidelines: '3.12.2.2 Titles, Authors, and Editors',
  example: '<respStmt><resp>encoded by</resp><name>The editors</name></respStmt>',
};
