import type { ElementRow } from '../element-row.js';

export const c: ElementRow = {
  name: 'c',
  module: 'analysis',
  label: 'Character',
  gloss: 'One character.',
  shape: 'phrase',
  classes: ['model.linePart', 'model.segLike'],
  content: '(text | model.gLike)*',
  attributeClasses: ['att.global', 'att.notated', 'att.segLike', 'att.typed'],
  attributes: [],
  guidelines: '18.1 Linguistic Segment Categories',
  example: '<c>A</c>',
};
