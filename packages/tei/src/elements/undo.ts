import type { ElementRow } from '../element-row.js';

export const undo: ElementRow = {
  name: 'undo',
  module: 'transcr',
  label: 'Change cancelled',
  gloss: 'A change that the source cancels.',
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
      gloss: 'The change that is cancelled.',
    },
  ],
  guidelines: '12.3.4.4 Confirmation, Cancellation, and Reinstatement of Modifications',
  example: '<undo target="#change-1"/>',
};
