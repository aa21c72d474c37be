import type { ElementRow } from '../element-row.js';

export const gender: ElementRow = {
  name: 'gender',
  module: 'namesdates',
  label: 'Gender',
  gloss: 'The gender of a person.',
  shape: 'header',
  classes: ['model.persStateLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.datable', 'att.editLike', 'att.typed'],
  attributes: [
    { name: 'value', label: 'Value', type: 'teidata.word', many: true, gloss: 'The gender in a code.' },
  ],
  guidelines: '14.3.2.1 Personal Characteristics',
  example: '<gender value="W">woman</gender>',
};
