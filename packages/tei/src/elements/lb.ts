import type { ElementRow } from '../element-row.js';

export const lb: ElementRow = {
  name: 'lb',
  module: 'core',
  label: 'Line break',
  gloss: 'The place where a new line of the source begins.',
  shape: 'leaf',
  classes: ['model.milestoneLike'],
  content: 'empty',
  attributeClasses: ['att.global', 'att.breaking', 'att.edition', 'att.spanning', 'att.typed'],
  attributes: [],
  reads: 'space',
  toolbar: { group: 'structure', order: 120 },
  guidelines: '3.11.3 Milestone Elements',
  example: '<lb/>',
};
