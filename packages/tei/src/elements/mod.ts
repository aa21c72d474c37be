import type { ElementRow } from '../element-row.js';

export const mod: ElementRow = {
  name: 'mod',
  module: 'transcr',
  label: 'Modification',
  gloss: 'A change in the source of any kind.',
  shape: 'phrase',
  classes: ['model.linePart', 'model.pPart.transcriptional'],
  content: 'macro.paraContent',
  attributeClasses: ['att.global', 'att.dimensions', 'att.spanning', 'att.transcriptional', 'att.typed'],
  attributes: [],
  guidelines: '12.3.4.1 Generic Modification',
  example: '<mod type="overwriting">shall</mod>',
};
