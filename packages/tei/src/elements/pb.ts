import type { ElementRow } from '../element-row.js';

export const pb: ElementRow = {
  name: 'pb',
  module: 'core',
  label: 'Page break',
  gloss: 'The place where a new page of the source begins.',
  shape: 'leaf',
  classes: ['model.milestoneLike'],
  content: 'empty',
  attributeClasses: ['att.global', 'att.breaking', 'att.edition', 'att.spanning', 'att.typed'],
  attributes: [],
  asks: ['n'],
  reads: 'space',
  toolbar: { group: 'structure', order: 110 },
  guidelines: '3.11.3 Milestone Elements',
  example: '<pb n="10"/>',
};
