import type { ElementRow } from '../element-row.js';

export const secFol: ElementRow = {
  name: 'secFol',
  module: 'msdescription',
  label: 'Second folio',
  gloss: 'The first words of the second leaf, by which old catalogues know a manuscript.',
  shape: 'phrase',
  classes: ['model.pPart.msdesc'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.3.7 Catchwords, Signatures, Secundo Folio',
  example: '<secFol>and therefore</secFol>',
};
