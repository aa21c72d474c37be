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
  attributes: [
    {
      name: 'type',
      label: 'Reason',
      type: 'teidata.enumerated',
      gloss: 'Why the copy is departed from.',
      values: {
        slip: 'a slip of the pen',
        misprint: 'misprinted or mistyped',
        name: 'a name wrongly spelt',
        figure: 'a wrong figure or date',
        grammar: 'against the grammar',
      },
    },
  ],
  asks: ['resp', 'cert'],
  emendation: 'correction',
  guidelines: '3.5.1 Apparent Errors',
  example: '<corr resp="#editor">received</corr>',
};
