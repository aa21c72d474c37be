import type { ElementRow } from '../element-row.js';

export const funder: ElementRow = {
  name: 'funder',
  module: 'core',
  label: 'Funder',
  gloss: 'Who pays for the edition.',
  shape: 'phrase',
  classes: ['model.respLike'],
  content: 'macro.phraseSeq.limited',
  attributeClasses: ['att.global', 'att.canonical', 'att.datable'],
  attributes: [],
  guidelines: '2.2.1 The Title Statement',
  example: '<funder>Research Council</funder>',
};
