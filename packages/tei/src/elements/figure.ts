import type { ElementRow } from '../element-row.js';

export const figure: ElementRow = {
  name: 'figure',
  module: 'figures',
  label: 'Figure',
  gloss: 'A picture, or the place of one.',
  shape: 'container',
  classes: ['model.global'],
  content: '(model.headLike | model.common | figDesc | model.graphicLike | model.global | model.divBottom)*',
  attributeClasses: ['att.global', 'att.placement', 'att.typed', 'att.written'],
  attributes: [],
  guidelines: '15.4 Specific Elements for Graphic Images',
  example: '<figure><graphic url="seal.png"/><figDesc>A seal</figDesc></figure>',
};
