import type { ElementRow } from '../element-row.js';

export const secl: ElementRow = {
  name: 'secl',
  module: 'transcr',
  label: 'Secluded',
  gloss: 'Text in the source that the editors hold not to be genuine.',
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
      gloss: 'Why the editors hold it not to be genuine.',
    },
  ],
  guidelines: '12.3.1.7 Text Omitted from or Supplied in the Transcription',
  example: '<secl reason="interpolation">and his heirs</secl>',
};
