import type { ElementRow } from '../element-row.js';

export const cb: ElementRow = {
  name: 'cb',
  module: 'core',
  label: 'Column break',
  gloss: 'The place where a new column of the source begins.',
  shape: 'leaf',
  classes: ['model.milestoneLike'],
  content: 'empty',
  attributeClasses: ['att.global', 'att.breaking', 'att.edition', 'att.spanning', 'att.typed'],
  attributes: [],
  asks: ['n'],
  reads: 'space',
  guidelines: '3.11.3 Milestone Elements',
  example: '<cb n="2"/>',
};
