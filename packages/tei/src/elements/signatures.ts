import type { ElementRow } from '../element-row.js';

export const signatures: ElementRow = {
  name: 'signatures',
  module: 'msdescription',
  label: 'Signatures',
  gloss: 'The signatures of the gatherings.',
  shape: 'phrase',
  classes: ['model.pPart.msdesc'],
  content: 'macro.specialPara',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.3.7 Catchwords, Signatures, Secundo Folio',
  example: '<signatures>Signed A to C</signatures>',
};
