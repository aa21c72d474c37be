import type { ElementRow } from '../element-row.js';

export const byline: ElementRow = {
  name: 'byline',
  module: 'textstructure',
  label: 'Byline',
  gloss: 'The line that names who is responsible for the text.',
  shape: 'textblock',
  classes: ['model.divWrapper', 'model.pLike.front', 'model.titlepagePart'],
  content: '(text | model.gLike | model.phrase | docAuthor | model.global)*',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '4.2.2 Openers and Closers',
  example: '<byline>By the Editor</byline>',
};
