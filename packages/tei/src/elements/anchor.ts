import type { ElementRow } from '../element-row.js';

export const anchor: ElementRow = {
  name: 'anchor',
  module: 'linking',
  label: 'Anchor',
  gloss: 'A point in the text to which something may refer.',
  shape: 'leaf',
  classes: ['model.milestoneLike'],
  content: 'empty',
  attributeClasses: ['att.global', 'att.typed'],
  attributes: [],
  asks: ['xml:id'],
  guidelines: '17.5 Correspondence and Alignment',
  example: '<anchor xml:id="here"/>',
};
