import type { ElementRow } from '../element-row.js';

export const gb: ElementRow = {
  name: 'gb',
  module: 'core',
  label: 'Gathering begins',
  gloss: 'A new gathering of leaves begins here.',
  shape: 'leaf',
  classes: ['model.milestoneLike'],
  content: 'empty',
  attributeClasses: ['att.global', 'att.breaking', 'att.edition', 'att.spanning', 'att.typed'],
  attributes: [],
  asks: ['n'],
  reads: 'space',
  guidelines: '3.11.3 Milestone Elements',
  example: '<gb n="2"/>',
};
