import type { ElementRow } from '../element-row.js';

export const retrace: ElementRow = {
  name: 'retrace',
  module: 'transcr',
  label: 'Retraced',
  gloss: 'Letters that were written over again to make them clear.',
  shape: 'phrase',
  classes: ['model.linePart', 'model.pPart.transcriptional'],
  content: 'macro.paraContent',
  attributeClasses: ['att.global', 'att.dimensions', 'att.spanning', 'att.transcriptional'],
  attributes: [],
  guidelines: '12.3.4.3 Fixation and Clarification',
  example: '<retrace>four hundred</retrace>',
};
