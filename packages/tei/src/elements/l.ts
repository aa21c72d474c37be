import type { ElementRow } from '../element-row.js';

export const l: ElementRow = {
  name: 'l',
  module: 'core',
  label: 'Line of verse',
  gloss: 'One line of verse.',
  shape: 'textblock',
  classes: ['model.lLike'],
  content: '(text | model.gLike | model.phrase | model.inter | model.global)*',
  attributeClasses: ['att.global', 'att.enjamb', 'att.fragmentable', 'att.metrical'],
  attributes: [],
  gutter: { name: '' },
  guidelines: '3.13.1 Core Tags for Verse',
  example: "<l>Shall I compare thee to a summer's day?</l>",
};
