import type { ElementRow } from '../element-row.js';

export const damageSpan: ElementRow = {
  name: 'damageSpan',
  module: 'transcr',
  label: 'Damage begins',
  gloss: 'A longer damaged passage begins here; an anchor marks its end.',
  shape: 'leaf',
  classes: ['model.global.edit'],
  content: 'empty',
  attributeClasses: ['att.global', 'att.damaged', 'att.spanning', 'att.typed'],
  attributes: [],
  asks: ['spanTo'],
  guidelines: '12.3.3.1 Damage, Illegibility, and Supplied Text',
  example: '<damageSpan agent="fire" spanTo="#end-of-damage"/>',
};
