import type { ElementRow } from '../element-row.js';

export const height: ElementRow = {
  name: 'height',
  module: 'msdescription',
  label: 'Height',
  gloss: 'The height of an object.',
  shape: 'phrase',
  classes: ['model.dimLike', 'model.measureLike'],
  content: '(text | model.gLike)*',
  attributeClasses: ['att.global', 'att.dimensions'],
  attributes: [],
  guidelines: '11.3.4 Dimensions',
  example: '<height unit="mm" quantity="297">297 mm</height>',
};
