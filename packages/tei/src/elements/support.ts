import type { ElementRow } from '../element-row.js';

export const support: ElementRow = {
  name: 'support',
  module: 'msdescription',
  label: 'Support',
  gloss: 'What the text is written on.',
  shape: 'header',
  classes: [],
  content: 'macro.specialPara',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.7.1 Object Description',
  example: '<support><material>laid paper</material></support>',
};
