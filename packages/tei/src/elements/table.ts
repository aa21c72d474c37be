import type { ElementRow } from '../element-row.js';

export const table: ElementRow = {
  name: 'table',
  module: 'figures',
  label: 'Table',
  gloss: 'Text in rows and columns.',
  shape: 'container',
  classes: ['model.listLike'],
  content:
    '(model.headLike | model.global)*, ((row, model.global*)+ | (model.graphicLike, model.global*)+), (model.divBottom, model.global*)*',
  attributeClasses: ['att.global', 'att.typed'],
  attributes: [
    { name: 'rows', label: 'Rows', type: 'teidata.count', gloss: 'How many rows the table has.' },
    { name: 'cols', label: 'Columns', type: 'teidata.count', gloss: 'How many columns the table has.' },
  ],
  toolbar: { group: 'structure', order: 70 },
  guidelines: '15.1.1 TEI Tables',
  example: '<table><row><cell>Aircraft</cell><cell>400</cell></row></table>',
};
