import type { ElementRow } from '../element-row.js';

export const wit: ElementRow = {
  name: 'wit',
  module: 'textcrit',
  label: 'Sigla',
  gloss: 'The sigla of the witnesses as the source prints them.',
  shape: 'phrase',
  classes: ['model.rdgPart'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.rdgPart'],
  attributes: [],
  guidelines: '13.1.4 Witness Information',
  example: '<wit>draft</wit>',
};
