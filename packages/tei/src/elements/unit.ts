import type { ElementRow } from '../element-row.js';

export const unit: ElementRow = {
  name: 'unit',
  module: 'core',
  label: 'Unit',
  gloss: 'A unit of measurement.',
  shape: 'phrase',
  classes: ['model.measureLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.measurement', 'att.typed'],
  attributes: [],
  guidelines: '3.6.3 Numbers and Measures',
  example: '<unit type="weight">pounds</unit>',
};
