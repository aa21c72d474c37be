import type { ElementRow } from '../element-row.js';

export const anchor: ElementRow = {
  name: 'anchor',
  label: 'Anchor',
  gloss: 'A point in the text to which something may refer.',
  shape: 'leaf',
  classes: ['model.milestoneLike'],
  content: 'empty',
  attributeClasses: ['att.global', 'att.typed'],
  attributes: [],
  guidelines: '8.4.2 Synchronization and Overlap',
  example: '<anchor xml:id="here"/>',
};
