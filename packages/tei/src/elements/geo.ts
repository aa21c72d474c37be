import type { ElementRow } from '../element-row.js';

export const geo: ElementRow = {
  name: 'geo',
  module: 'namesdates',
  label: 'Coordinates',
  gloss: 'Geographical coordinates.',
  shape: 'phrase',
  classes: ['model.measureLike'],
  content: 'text',
  attributeClasses: ['att.global', 'att.declaring'],
  attributes: [],
  guidelines: '14.3.4.1 Varieties of Location',
  example: '<geo>55.75 37.62</geo>',
};
