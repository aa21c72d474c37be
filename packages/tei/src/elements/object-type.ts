import type { ElementRow } from '../element-row.js';

export const objectType: ElementRow = {
  name: 'objectType',
  module: 'msdescription',
  label: 'Type of object',
  gloss: 'What kind of object something is.',
  shape: 'phrase',
  classes: ['model.pPart.msdesc'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.canonical'],
  attributes: [],
  gutter: { name: 'object' },
  guidelines: '11.3.2 Material and Object Type',
  example: '<objectType>postcard</objectType>',
};
