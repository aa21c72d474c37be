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
    { name: 'role', type: 'teidata.word', many: true, gloss: 'The part played by what is named.' },
    { name: 'sex', type: 'teidata.word', many: true, gloss: 'The sex.' },
    { name: 'gender', type: 'teidata.word', many: true, gloss: 'The gender.' },
    { name: 'age', type: 'teidata.word', gloss: 'The age group.' },
    { name: 'size', type: 'teidata.word', many: true, gloss: 'How many persons there are.' },
  ],
  guidelines: '16.2.2 The Participant Description',
  example: '<personGrp xml:id="delegates" size="12"><p>The delegates</p></personGrp>',
};
