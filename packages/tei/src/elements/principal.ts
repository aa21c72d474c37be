import type { ElementRow } from '../element-row.js';

export const principal: ElementRow = {
  name: 'principal',
  module: 'core',
  label: 'Head of the project',
  gloss: 'Who is responsible for the edition as a whole.',
  shape: 'phrase',
  classes: ['model.respLike'],
  content: 'macro.phraseSeq.limited',
  attributeClasses: ['att.global', 'att.canonical', 'att.datable'],
  attributes: [],
  gutter: { name: 'head' },
  guidelines: '2.2.1 The Title Statement',
  example: '<principal>Ada Byron</principal>',
};
