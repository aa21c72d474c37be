import type { ElementRow } from '../element-row.js';

export const postCode: ElementRow = {
  name: 'postCode',
  module: 'core',
  label: 'Postal code',
  gloss: 'A postal code.',
  shape: 'phrase',
  classes: ['model.addrPart'],
  content: 'text',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '3.6.2 Addresses',
  example: '<postCode>10557</postCode>',
};
