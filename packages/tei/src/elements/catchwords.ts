import type { ElementRow } from '../element-row.js';

export const catchwords: ElementRow = {
  name: 'catchwords',
  module: 'msdescription',
  label: 'Catchwords',
  gloss: 'The catchwords of the source.',
  shape: 'phrase',
  classes: ['model.pPart.msdesc'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.3.7 Catchwords, Signatures, Secundo Folio',
  example: '<catchwords>On every verso</catchwords>',
};
