import type { ElementRow } from '../element-row.js';

export const num: ElementRow = {
  name: 'num',
  module: 'core',
  label: 'Number',
  gloss: 'A number, in words or figures.',
  shape: 'phrase',
  classes: ['model.measureLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.ranging', 'att.typed'],
  attributes: [
    {
      name: 'type',
      type: 'teidata.enumerated',
      gloss: 'The kind, in the terms of this edition.',
      values: {
        cardinal: 'a cardinal number',
        ordinal: 'an ordinal number',
        fraction: 'a fraction',
        percentage: 'a percentage',
      },
    },
    { name: 'value', label: 'Value', type: 'teidata.numeric', gloss: 'The number in figures.' },
  ],
  guidelines: '3.6.3 Numbers and Measures',
  example: '<num value="400">four hundred</num>',
};
