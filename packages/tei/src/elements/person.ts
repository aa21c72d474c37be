import type { ElementRow } from '../element-row.js';

export const person: ElementRow = {
  name: 'person',
  module: 'namesdates',
  label: 'Person',
  gloss: 'What is known about one person.',
  shape: 'header',
  classes: ['model.personLike'],
  content: 'model.pLike+ | (model.personPart | model.global | model.ptrLike)*',
  attributeClasses: ['att.global', 'att.datable', 'att.editLike', 'att.sortable'],
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
  ],
  guidelines: '14.3.2 The Person Element',
  example: '<person xml:id="stalin"><persName>J. V. Stalin</persName></person>',
};
