import type { ElementRow } from '../element-row.js';

export const condition: ElementRow = {
  name: 'condition',
  module: 'msdescription',
  label: 'Condition',
  gloss: 'The condition of the source.',
  shape: 'header',
  classes: [],
  content: 'macro.specialPara',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.7.1.5 Condition',
  example: '<condition>Torn at the upper edge</condition>',
};
