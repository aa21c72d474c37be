import type { ElementRow } from '../element-row.js';

export const said: ElementRow = {
  name: 'said',
  module: 'core',
  label: 'Said',
  gloss: 'Words spoken or thought by somebody.',
  shape: 'phrase',
  classes: ['model.attributable'],
  content: 'macro.specialPara',
  attributeClasses: ['att.global', 'att.ascribed.directed'],
  attributes: [
    {
      name: 'aloud',
      label: 'Aloud',
      type: 'teidata.xTruthValue',
      gloss: 'Whether the words were spoken aloud.',
    },
    {
      name: 'direct',
      label: 'Direct speech',
      type: 'teidata.xTruthValue',
      gloss: 'Whether the words are given as they were spoken.',
    },
  ],
  asks: ['who'],
  guidelines: '3.3.3 Quotation',
  example: '<said who="#harriman">Tell him we shall come</said>',
};
