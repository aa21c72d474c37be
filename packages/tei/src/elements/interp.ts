import type { ElementRow } from '../element-row.js';

export const interp: ElementRow = {
  name: 'interp',
  module: 'analysis',
  label: 'Interpretation',
  gloss: 'One interpretation that may be linked with passages.',
  shape: 'header',
  classes: ['model.global.meta'],
  content: '(text | model.gLike | model.descLike | model.certLike)*',
  attributeClasses: ['att.global', 'att.interpLike'],
  attributes: [],
  guidelines: '18.3 Spans and Interpretations',
  example: '<interp xml:id="irony">Irony</interp>',
};
