import type { ElementRow } from '../element-row.js';

export const handShift: ElementRow = {
  name: 'handShift',
  module: 'transcr',
  label: 'Change of hand',
  gloss: 'From here on another hand writes, or in another ink or style.',
  shape: 'leaf',
  classes: ['model.linePart', 'model.pPart.transcriptional'],
  content: 'empty',
  attributeClasses: ['att.global', 'att.handFeatures'],
  attributes: [
    { name: 'new', label: 'New hand', type: 'teidata.pointer', gloss: 'The hand that takes over.' },
  ],
  guidelines: '12.3.2.1 Document Hands',
  example: '<handShift new="#secretary" medium="pencil"/>',
};
