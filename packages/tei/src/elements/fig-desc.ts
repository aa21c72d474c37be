import type { ElementRow } from '../element-row.js';

export const figDesc: ElementRow = {
  name: 'figDesc',
  module: 'figures',
  label: 'Description of the figure',
  gloss: 'What the picture shows.',
  shape: 'textblock',
  classes: [],
  content: 'macro.limitedContent',
  attributeClasses: ['att.global'],
  attributes: [],
  gutter: { name: 'caption' },
  reads: 'nothing',
  guidelines: '15.4 Specific Elements for Graphic Images',
  example: '<figDesc>A seal in red wax</figDesc>',
};
