import type { ElementRow } from '../element-row.js';

export const affiliation: ElementRow = {
  name: 'affiliation',
  module: 'namesdates',
  label: 'Affiliation',
  gloss: 'The organisation to which a person belongs.',
  shape: 'phrase',
  classes: ['model.addressLike', 'model.persStateLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.datable', 'att.editLike', 'att.naming', 'att.typed'],
  attributes: [],
  guidelines: '16.2.2 The Participant Description',
  example: '<affiliation>Royal Society</affiliation>',
};
