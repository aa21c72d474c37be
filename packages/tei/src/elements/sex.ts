import type { ElementRow } from '../element-row.js';

export const sex: ElementRow = {
  name: 'sex',
  module: 'namesdates',
  label: 'Sex',
  gloss: 'The sex of a person.',
  shape: 'header',
  classes: ['model.persStateLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.datable', 'att.editLike', 'att.typed'],
  attributes: [
    { name: 'value', label: 'Value', type: 'teidata.word', many: true, gloss: 'The sex in a code.' },
  ],
  guidelines: '14.3.2.1 Personal Characteristics',
  example: '<sex value="F">female</sex>',
};
