import type { ElementRow } from '../element-row.js';

export const dim: ElementRow = {
  name: 'dim',
  module: 'msdescription',
  label: 'Dimension',
  gloss: 'A measurement of any kind.',
  shape: 'phrase',
  classes: ['model.measureLike'],
  content: '(text | model.gLike)*',
  attributeClasses: ['att.global', 'att.dimensions', 'att.typed'],
  attributes: [],
  guidelines: '11.3.4 Dimensions',
  example: '<dim type="diameter" unit="mm" quantity="30">30 mm</dim>',
};
