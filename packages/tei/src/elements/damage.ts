import type { ElementRow } from '../element-row.js';

export const damage: ElementRow = {
  name: 'damage',
  module: 'transcr',
  label: 'Damage',
  gloss: 'Text on a damaged part of the source that can still be read.',
  shape: 'phrase',
  classes: ['model.linePart', 'model.pPart.transcriptional'],
  content: 'macro.paraContent',
  attributeClasses: ['att.global', 'att.damaged', 'att.typed'],
  attributes: [],
  asks: ['agent'],
  guidelines: '12.3.3.1 Damage, Illegibility, and Supplied Text',
  example: '<damage agent="water">by the evening train</damage>',
};
