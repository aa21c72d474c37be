import type { ElementRow } from '../element-row.js';

export const edition: ElementRow = {
  name: 'edition',
  module: 'header',
  label: 'Edition',
  gloss: 'The edition.',
  shape: 'phrase',
  classes: ['model.biblPart'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '2.2.2 The Edition Statement',
  example: '<edition n="1">First edition</edition>',
};
