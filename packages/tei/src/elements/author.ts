import type { ElementRow } from '../element-row.js';

export const author: ElementRow = {
  name: 'author',
  module: 'core',
  label: 'Author',
  gloss: 'The author of a work.',
  shape: 'phrase',
  classes: ['model.respLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.datable', 'att.naming'],
  attributes: [],
  guidelines: '3.12.2.2 Titles, Authors, and Editors',
  example: '<author>J. V. Stalin</author>',
};
