import type { ElementRow } from '../element-row.js';

export const item: ElementRow = {
  name: 'item',
  module: 'core',
  label: 'Item',
  gloss: 'One item of a list.',
  shape: 'either',
  classes: [],
  content: 'macro.specialPara',
  attributeClasses: ['att.global', 'att.sortable'],
  attributes: [],
  gutter: { name: '' },
  guidelines: '3.8 Lists',
  example: '<item>That he has received the message.</item>',
};
