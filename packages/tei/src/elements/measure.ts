import type { ElementRow } from '../element-row.js';

export const measure: ElementRow = {
  name: 'measure',
  module: 'core',
  label: 'Measure',
  gloss: 'A quantity with its unit.',
  shape: 'phrase',
  classes: ['model.measureLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.measurement', 'att.ranging', 'att.typed'],
  attributes: [
    { name: 'type', type: 'teidata.enumerated', gloss: 'The kind, in the terms of this edition.' },
  ],
  guidelines: '3.6.3 Numbers and Measures',
  example: '<measure quantity="2000" unit="ton" commodity="lead">2,000 tons of lead</measure>',
};
