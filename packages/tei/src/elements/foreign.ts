import type { ElementRow } from '../element-row.js';

export const foreign: ElementRow = {
  name: 'foreign',
  module: 'core',
  label: 'Foreign words',
  gloss: 'Words in another language than the text around them.',
  shape: 'phrase',
  classes: ['model.emphLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global'],
  attributes: [],
  asks: ['xml:lang'],
  toolbar: { group: 'appearance', order: 20, sign: 'fr' },
  gutter: { name: 'foreign' },
  guidelines: '3.3.2.1 Foreign Words or Expressions',
  example: '<foreign xml:lang="la">sine die</foreign>',
};
