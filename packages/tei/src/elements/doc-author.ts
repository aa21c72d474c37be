import type { ElementRow } from '../element-row.js';

export const docAuthor: ElementRow = {
  name: 'docAuthor',
  module: 'textstructure',
  label: 'Author',
  gloss: 'The author as the title page gives it.',
  shape: 'phrase',
  classes: ['model.divWrapper', 'model.pLike.front', 'model.titlepagePart'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.canonical'],
  attributes: [],
  guidelines: '4.6 Title Pages',
  example: '<docAuthor>J. V. Stalin</docAuthor>',
};
