import type { ElementRow } from '../element-row.js';

export const stamp: ElementRow = {
  name: 'stamp',
  module: 'msdescription',
  label: 'Stamp',
  gloss: 'A stamp on the source, such as a postmark.',
  shape: 'phrase',
  classes: ['model.pPart.msdesc'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.datable', 'att.typed'],
  attributes: [],
  guidelines: '11.3.3 Watermarks and Stamps',
  example: '<stamp type="postmark">London, 4 August</stamp>',
};
