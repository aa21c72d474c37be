import type { ElementRow } from '../element-row.js';

export const creation: ElementRow = {
  name: 'creation',
  module: 'header',
  label: 'Creation',
  gloss: 'When and where the text came about.',
  shape: 'header',
  classes: ['model.profileDescPart'],
  content: '(text | model.limitedPhrase | listChange)*',
  attributeClasses: ['att.global', 'att.datable'],
  attributes: [],
  guidelines: '2.4.1 Creation',
  example: '<creation><date when="1941-08-04">August 4, 1941</date></creation>',
};
