import type { ElementRow } from '../element-row.js';

export const transpose: ElementRow = {
  name: 'transpose',
  module: 'transcr',
  label: 'Transposition',
  gloss: 'Passages in the order in which they are to be read.',
  shape: 'header',
  classes: [],
  content: 'ptr, ptr, ptr*',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '12.3.4.5 Transpositions',
  example: '<transpose><ptr target="#second"/><ptr target="#first"/></transpose>',
};
