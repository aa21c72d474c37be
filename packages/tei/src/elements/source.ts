import type { ElementRow } from '../element-row.js';

export const source: ElementRow = {
  name: 'source',
  module: 'msdescription',
  label: 'Source of the record',
  gloss: 'On what the description of the source rests.',
  shape: 'header',
  classes: [],
  content: 'macro.specialPara',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.9.1.1 Record History',
  example: '<source>The archive’s catalogue</source>',
};
