import type { ElementRow } from '../element-row.js';

export const faith: ElementRow = {
  name: 'faith',
  module: 'namesdates',
  label: 'Faith',
  gloss: 'The faith or belief of a person.',
  shape: 'header',
  classes: ['model.persStateLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.canonical', 'att.datable', 'att.editLike', 'att.typed'],
  attributes: [],
  guidelines: '14.3.2.1 Personal Characteristics',
  example: '<faith>Orthodox</faith>',
};
