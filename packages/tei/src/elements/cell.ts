import type { ElementRow } from '../element-row.js';

export const cell: ElementRow = {
  name: 'cell',
  module: 'figures',
  label: 'Cell',
  gloss: 'One cell of a table.',
  shape: 'either',
  classes: [],
  content: 'macro.specialPara',
  attributeClasses: ['att.global', 'att.tableDecoration'],
  attributes: [],
  gutter: { name: '' },
  guidelines: '15.1.1 TEI Tables',
  example: '<cell>Aircraft</cell>',
};
