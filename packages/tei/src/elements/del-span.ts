import type { ElementRow } from '../element-row.js';

export const delSpan: ElementRow = {
  name: 'delSpan',
  module: 'transcr',
  label: 'Deletion begins',
  gloss: 'A longer deletion begins here; an anchor marks its end.',
  shape: 'leaf',
  classes: ['model.global.edit'],
  content: 'empty',
  attributeClasses: ['att.global', 'att.dimensions', 'att.spanning', 'att.transcriptional', 'att.typed'],
  attributes: [],
  asks: ['spanTo'],
  guidelines: '12.3.1.4 Additions and Deletions',
  example: '<delSpan spanTo="#end-of-deletion"/>',
};
