import type { ElementRow } from '../element-row.js';

export const nationality: ElementRow = {
  name: 'nationality',
  module: 'namesdates',
  label: 'Nationality',
  gloss: 'The nationality of a person.',
  shape: 'header',
  classes: ['model.persStateLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.datable', 'att.editLike', 'att.naming', 'att.typed'],
  attributes: [],
  guidelines: '16.2.2 The Participant Description',
  example: '<nationality>British</nationality>',
};
