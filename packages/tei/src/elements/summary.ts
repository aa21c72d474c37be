import type { ElementRow } from '../element-row.js';

export const summary: ElementRow = {
  name: 'summary',
  module: 'msdescription',
  label: 'Summary',
  gloss: 'A short account of what follows.',
  shape: 'header',
  classes: [],
  content: 'macro.specialPara',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.6 Intellectual Content',
  example: '<summary>Three letters and an envelope</summary>',
};
