import type { ElementRow } from '../element-row.js';

export const cl: ElementRow = {
  name: 'cl',
  module: 'analysis',
  label: 'Clause',
  gloss: 'A grammatical clause.',
  shape: 'phrase',
  classes: ['model.segLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.notated', 'att.segLike', 'att.typed'],
  attributes: [],
  guidelines: '18.1 Linguistic Segment Categories',
  example: '<cl>when the ice breaks</cl>',
};
