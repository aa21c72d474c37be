import type { ElementRow } from '../element-row.js';

export const accMat: ElementRow = {
  name: 'accMat',
  module: 'msdescription',
  label: 'Accompanying material',
  gloss: 'What came or is kept with the source.',
  shape: 'header',
  classes: [],
  content: 'macro.specialPara',
  attributeClasses: ['att.global', 'att.typed'],
  attributes: [],
  guidelines: '11.7.3.3 Accompanying Material',
  example: '<accMat>With its envelope</accMat>',
};
