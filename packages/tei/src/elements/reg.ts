import type { ElementRow } from '../element-row.js';

export const reg: ElementRow = {
  name: 'reg',
  module: 'core',
  label: 'Regular spelling',
  gloss: 'The regular form of an unusual spelling.',
  shape: 'phrase',
  classes: ['model.choicePart', 'model.pPart.transcriptional'],
  content: 'macro.paraContent',
  attributeClasses: ['att.global', 'att.editLike', 'att.typed'],
  attributes: [
    {
      name: 'type',
      label: 'Reason',
      type: 'teidata.enumerated',
      gloss: 'Why the copy is departed from.',
      values: {
        spelling: 'an unusual spelling',
        punctuation: 'unusual punctuation',
        capitals: 'unusual capitals',
      },
    },
  ],
  asks: ['resp', 'cert'],
  gutter: { name: 'regular' },
  emendation: 'regularization',
  guidelines: '3.5.2 Regularization and Normalization',
  example: '<reg>today</reg>',
};
