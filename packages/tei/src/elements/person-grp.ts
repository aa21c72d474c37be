import type { ElementRow } from '../element-row.js';

export const personGrp: ElementRow = {
  name: 'personGrp',
  module: 'namesdates',
  label: 'Group of persons',
  gloss: 'What is known about a group of persons.',
  shape: 'header',
  classes: ['model.personLike'],
  content: 'model.pLike+ | (model.personPart | model.global)*',
  attributeClasses: ['att.global', 'att.sortable'],
  attributes: [
    {
      name: 'role',
      label: 'Role',
      type: 'teidata.word',
      many: true,
      gloss: 'The part played by what is named.',
    },
    { name: 'sex', label: 'Sex', type: 'teidata.word', many: true, gloss: 'The sex.' },
    { name: 'gender', label: 'Gender', type: 'teidata.word', many: true, gloss: 'The gender.' },
    { name: 'age', label: 'Age', type: 'teidata.word', gloss: 'The age group.' },
    {
      name: 'size',
      label: 'Persons',
      type: 'teidata.word',
      many: true,
      gloss: 'How many persons there are.',
    },
  ],
  guidelines: '16.2.2 The Participant Description',
  example: '<personGrp xml:id="delegates" size="12"><p>The delegates</p></personGrp>',
};
