import type { ElementRow } from '../element-row.js';

export const floruit: ElementRow = {
  name: 'floruit',
  module: 'namesdates',
  label: 'Period of activity',
  gloss: 'When a person is known to have been active.',
  shape: 'header',
  classes: ['model.persStateLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.datable', 'att.dimensions', 'att.editLike'],
  attributes: [],
  guidelines: '14.3.2.1 Personal Characteristics',
  example: '<floruit from="1790" to="1810">about 1800</floruit>',
};
