import type { ElementRow } from '../element-row.js';

export const witness: ElementRow = {
  name: 'witness',
  module: 'textcrit',
  label: 'Witness',
  gloss: 'One of the sources that an edition compares.',
  shape: 'textblock',
  classes: [],
  content: '(text | model.limitedPhrase | model.inter | note)*',
  attributeClasses: ['att.global', 'att.sortable'],
  attributes: [],
  guidelines: '13.1 The Apparatus Entry, Readings, and Witnesses',
  example: '<witness xml:id="draft">The draft in pencil</witness>',
};
