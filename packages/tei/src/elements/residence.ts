import type { ElementRow } from '../element-row.js';

export const residence: ElementRow = {
  name: 'residence',
  module: 'namesdates',
  label: 'Residence',
  gloss: 'Where a person lived.',
  shape: 'header',
  classes: ['model.persStateLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.datable', 'att.editLike', 'att.naming', 'att.typed'],
  attributes: [],
  guidelines: '16.2.2 The Participant Description',
  example: '<residence>London</residence>',
};
