import type { ElementRow } from '../element-row.js';

export const soCalled: ElementRow = {
  name: 'soCalled',
  module: 'core',
  label: 'So-called',
  gloss: 'Words from which the writer keeps his distance.',
  shape: 'phrase',
  classes: ['model.emphLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '3.3.3 Quotation',
  example: '<soCalled>liberators</soCalled>',
};
