import type { ElementRow } from '../element-row.js';

export const street: ElementRow = {
  name: 'street',
  module: 'core',
  label: 'Street',
  gloss: 'A street with the number of the house.',
  shape: 'phrase',
  classes: ['model.addrPart'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '3.6.2 Addresses',
  example: '<street>10 Downing Street</street>',
};
