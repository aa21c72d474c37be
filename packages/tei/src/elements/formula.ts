import type { ElementRow } from '../element-row.js';

export const formula: ElementRow = {
  name: 'formula',
  module: 'figures',
  label: 'Formula',
  gloss: 'A formula in the notation that it names, carried as it stands.',
  shape: 'leaf',
  classes: ['model.graphicLike'],
  content: '(text | model.graphicLike | model.hiLike)*',
  attributeClasses: ['att.global', 'att.notated'],
  attributes: [],
  guidelines: '15.2 Formulæ and Mathematical Expressions',
  example: '<formula notation="TeX">E=mc^2</formula>',
};
