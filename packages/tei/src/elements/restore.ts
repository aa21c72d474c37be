import type { ElementRow } from '../element-row.js';

export const restore: ElementRow = {
  name: 'restore',
  module: 'transcr',
  label: 'Restoration',
  gloss: 'Text deleted in the source and then restored.',
  shape: 'phrase',
  classes: ['model.linePart', 'model.pPart.transcriptional'],
  content: 'macro.paraContent',
  attributeClasses: ['att.global', 'att.dimensions', 'att.transcriptional', 'att.typed'],
  attributes: [],
  guidelines: '12.3.1.6 Cancellation of Deletions and Other Markings',
  example: '<restore rend="stet"><del>without delay</del></restore>',
};
