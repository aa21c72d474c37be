import type { ElementRow } from '../element-row.js';

export const orig: ElementRow = {
  name: 'orig',
  module: 'core',
  label: 'Original spelling',
  gloss: 'The spelling of the source where a regular one is given beside it.',
  shape: 'phrase',
  classes: ['model.choicePart', 'model.pPart.transcriptional'],
  content: 'macro.paraContent',
  attributeClasses: ['att.global'],
  attributes: [],
  gutter: { name: 'original' },
  reads: 'copy',
  emendation: 'regularization',
  guidelines: '3.5.2 Regularization and Normalization',
  example: '<orig>to-day</orig>',
};
