import type { ElementRow } from '../element-row.js';

export const width: ElementRow = {
  name: 'width',
  module: 'msdescription',
  label: 'Width',
  gloss: 'The width of an object.',
  shape: 'phrase',
  classes: ['model.dimLike', 'model.measureLike'],
  content: '(text | model.gLike)*',
  attributeClasses: ['att.global', 'att.dimensions'],
  attributes: [],
  guidelines: '11.3.4 Dimensions',
  example: '<width unit="mm" quantity="210">210 mm</width>',
};
