import type { ElementRow } from '../element-row.js';

export const redo: ElementRow = {
  name: 'redo',
  module: 'transcr',
  label: 'Change made again',
  gloss: 'A change that was cancelled before is made valid again.',
  shape: 'leaf',
  classes: ['model.linePart', 'model.pPart.transcriptional'],
  content: 'empty',
  attributeClasses: ['att.global', 'att.dimensions', 'att.spanning', 'att.transcriptional'],
  attributes: [
    {
      name: 'target',
      label: 'Leads to',
      type: 'teidata.pointer',
      many: true,
      gloss: 'The change that is made valid again.',
    },
  ],
  guidelines: '12.3.4.4 Confirmation, Cancellation, and Reinstatement of Modifications',
  example: '<redo target="#change-1"/>',
};
