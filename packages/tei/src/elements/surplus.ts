import type { ElementRow } from '../element-row.js';

export const surplus: ElementRow = {
  name: 'surplus',
  module: 'transcr',
  label: 'Surplus',
  gloss: 'Text in the copy that the editors hold to be superfluous.',
  shape: 'phrase',
  classes: ['model.pPart.transcriptional'],
  content: 'macro.paraContent',
  attributeClasses: ['att.global', 'att.dimensions', 'att.editLike'],
  attributes: [
    {
      name: 'reason',
      label: 'Reason',
      type: 'teidata.word',
      many: true,
      gloss: 'Why the text is held to be superfluous.',
      values: { repeated: 'written twice', superfluous: 'not needed' },
    },
  ],
  asks: ['resp', 'cert'],
  reads: 'nothing',
  copyReads: 'words',
  emendation: 'surplus',
  guidelines: '12.3.3.1 Damage, Illegibility, and Supplied Text',
  example: '<surplus reason="repeated">the</surplus>',
};
