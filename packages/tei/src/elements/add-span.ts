import type { ElementRow } from '../element-row.js';

export const addSpan: ElementRow = {
  name: 'addSpan',
  module: 'transcr',
  label: 'Addition begins',
  gloss: 'A longer addition begins here; an anchor marks its end.',
  shape: 'leaf',
  classes: ['model.global.edit'],
  content: 'empty',
  attributeClasses: ['att.global', 'att.dimensions', 'att.spanning', 'att.transcriptional', 'att.typed'],
  attributes: [],
  asks: ['spanTo'],
  guidelines: '12.3.1.4 Additions and Deletions',
  example: '<addSpan spanTo="#end-of-addition"/>',
};
