import type { ElementRow } from '../element-row.js';

export const s: ElementRow = {
  name: 's',
  module: 'analysis',
  label: 'Sentence',
  gloss: 'A sentence.',
  shape: 'phrase',
  classes: ['model.segLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.notated', 'att.segLike', 'att.typed'],
  attributes: [],
  guidelines: '18.1 Linguistic Segment Categories',
  example: '<s>The ships arrived.</s>',
};
