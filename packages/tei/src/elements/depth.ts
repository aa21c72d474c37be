import type { ElementRow } from '../element-row.js';

export const depth: ElementRow = {
  name: 'depth',
  module: 'msdescription',
  label: 'Depth',
  gloss: 'The depth of an object.',
  shape: 'phrase',
  classes: ['model.dimLike', 'model.measureLike'],
  content: '(text | model.gLike)*',
  attributeClasses: ['att.global', 'att.dimensions'],
  attributes: [],
  guidelines: '11.3.4 Dimensions',
  example: '<depth unit="mm" quantity="4">4 mm</depth>',
};
