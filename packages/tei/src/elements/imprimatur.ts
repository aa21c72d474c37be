import type { ElementRow } from '../element-row.js';

export const imprimatur: ElementRow = {
  name: 'imprimatur',
  module: 'textstructure',
  label: 'Permission to print',
  gloss: 'The formal permission to print.',
  shape: 'textblock',
  classes: ['model.titlepagePart'],
  content: 'macro.paraContent',
  attributeClasses: ['att.global'],
  attributes: [],
  gutter: { name: 'permission' },
  guidelines: '4.6 Title Pages',
  example: '<imprimatur>Passed by the censor</imprimatur>',
};
