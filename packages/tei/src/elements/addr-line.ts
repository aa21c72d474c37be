import type { ElementRow } from '../element-row.js';

export const addrLine: ElementRow = {
  name: 'addrLine',
  module: 'core',
  label: 'Address line',
  gloss: 'One line of a postal address.',
  shape: 'textblock',
  classes: ['model.addrPart'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global'],
  attributes: [],
  gutter: { name: '' },
  guidelines: '3.6.2 Addresses',
  example: '<addrLine>10 Downing Street</addrLine>',
};
