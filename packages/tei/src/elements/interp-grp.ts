import type { ElementRow } from '../element-row.js';

export const interpGrp: ElementRow = {
  name: 'interpGrp',
  module: 'analysis',
  label: 'Interpretations',
  gloss: 'Interpretations of one kind.',
  shape: 'header',
  classes: ['model.global.meta'],
  content: 'model.descLike*, interp+',
  attributeClasses: ['att.global', 'att.interpLike'],
  attributes: [],
  guidelines: '18.3 Spans and Interpretations',
  example: '<interpGrp type="tone"><interp>Irony</interp></interpGrp>',
};
