import type { ElementRow } from '../element-row.js';

export const listWit: ElementRow = {
  name: 'listWit',
  module: 'textcrit',
  label: 'List of witnesses',
  gloss: 'The sources that an edition compares.',
  shape: 'container',
  classes: ['model.listLike'],
  content: 'model.headLike?, desc*, (witness | listWit)+',
  attributeClasses: ['att.global', 'att.sortable'],
  attributes: [],
  guidelines: '13.1 The Apparatus Entry, Readings, and Witnesses',
  example: '<listWit><witness xml:id="draft">The draft in pencil</witness></listWit>',
};
