import type { ElementRow } from '../element-row.js';

export const corr: ElementRow = {
  name: 'corr',
  module: 'core',
  label: 'Correction',
  gloss: 'The correct form of what is wrong in the copy.',
  shape: 'phrase',
  classes: ['model.choicePart', 'model.pPart.transcriptional'],
  content: 'macro.paraContent',
  attributeClasses: ['att.global', 'att.editLike', 'att.typed'],
  attributes: [],
  guidelines: '3.5.1 Apparent Errors',
  example: '<corr resp="#editor">received</corr>',
};
