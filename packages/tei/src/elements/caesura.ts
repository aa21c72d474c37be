import type { ElementRow } from '../element-row.js';

export const caesura: ElementRow = {
  name: 'caesura',
  module: 'verse',
  label: 'Caesura',
  gloss: 'The place where a line of verse falls into two parts.',
  shape: 'leaf',
  classes: ['model.lPart'],
  content: 'empty',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '6.2 Components of the Verse Line',
  example: '<caesura/>',
};
