import type { ElementRow } from '../element-row.js';

export const education: ElementRow = {
  name: 'education',
  module: 'namesdates',
  label: 'Education',
  gloss: 'Where and what a person studied.',
  shape: 'header',
  classes: ['model.persStateLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.datable', 'att.editLike', 'att.naming', 'att.typed'],
  attributes: [],
  guidelines: '16.2.2 The Participant Description',
  example: '<education>University of Berlin</education>',
};
