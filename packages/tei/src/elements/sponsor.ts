import type { ElementRow } from '../element-row.js';

export const sponsor: ElementRow = {
  name: 'sponsor',
  module: 'core',
  label: 'Sponsor',
  gloss: 'Who stands behind the edition.',
  shape: 'phrase',
  classes: ['model.respLike'],
  content: 'macro.phraseSeq.limited',
  attributeClasses: ['att.global', 'att.canonical', 'att.datable'],
  attributes: [],
  guidelines: '2.2.1 The Title Statement',
  example: '<sponsor>Academy of Sciences</sponsor>',
};
