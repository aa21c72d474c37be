import type { ElementRow } from '../element-row.js';

export const extent: ElementRow = {
  name: 'extent',
  module: 'header',
  label: 'Extent',
  gloss: 'How large the document is.',
  shape: 'phrase',
  classes: ['model.biblPart'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '2.2.3 Type and Extent of File',
  example: '<extent>304 pages</extent>',
};
