import type { ElementRow } from '../element-row.js';

export const line: ElementRow = {
  name: 'line',
  module: 'transcr',
  label: 'Line of a document',
  gloss: 'One line of writing, transcribed where it stands on the sheet.',
  shape: 'textblock',
  classes: ['model.linePart'],
  content: '(text | model.global | model.gLike | model.linePart)*',
  attributeClasses: ['att.global', 'att.coordinated', 'att.typed', 'att.written'],
  attributes: [],
  gutter: { name: '' },
  guidelines: '12.2.2 Embedded Transcription',
  example: '<line>Dear Mr President</line>',
};
