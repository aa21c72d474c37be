import type { ElementRow } from '../element-row.js';

export const expan: ElementRow = {
  name: 'expan',
  module: 'core',
  label: 'Expansion',
  gloss: 'An abbreviation written out.',
  shape: 'phrase',
  classes: ['model.choicePart', 'model.pPart.editorial'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.editLike'],
  attributes: [],
  asks: ['evidence', 'resp', 'cert'],
  emendation: 'expansion',
  guidelines: '3.6.5 Abbreviations and Their Expansions',
  example: '<expan>General</expan>',
};
