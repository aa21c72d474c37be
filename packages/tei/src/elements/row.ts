import type { ElementRow } from '../element-row.js';

export const row: ElementRow = {
  name: 'row',
  module: 'figures',
  label: 'Row',
  gloss: 'One row of a table.',
  shape: 'container',
  classes: [],
  content: 'cell+',
  attributeClasses: ['att.global', 'att.tableDecoration'],
  attributes: [],
  guidelines: '15.1.1 TEI Tables',
  example: '<row><cell>Aircraft</cell><cell>400</cell></row>',
};
