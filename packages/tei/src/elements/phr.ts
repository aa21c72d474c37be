import type { ElementRow } from '../element-row.js';

export const phr: ElementRow = {
  name: 'phr',
  module: 'analysis',
  label: 'Phrase',
  gloss: 'A grammatical phrase.',
  shape: 'phrase',
  classes: ['model.segLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.notated', 'att.segLike', 'att.typed'],
  attributes: [],
  guidelines: '18.1 Linguistic Segment Categories',
  example: '<phr type="noun">the evening train</phr>',
};
