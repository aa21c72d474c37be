import type { ElementRow } from '../element-row.js';

export const biblStruct: ElementRow = {
  name: 'biblStruct',
  module: 'core',
  label: 'Bibliographic entry',
  gloss: 'A reference to a publication, its parts in a fixed order.',
  shape: 'container',
  classes: ['model.biblLike'],
  content: 'analytic*, (monogr, series*)+, (model.noteLike | model.ptrLike | relatedItem | citedRange)*',
  attributeClasses: [
    'att.global',
    'att.canonical',
    'att.declarable',
    'att.docStatus',
    'att.sortable',
    'att.typed',
  ],
  attributes: [],
  guidelines: '3.12.1 Methods of Encoding Bibliographic References and Lists of References',
  example:
    '<biblStruct><monogr><title>Letters</title><imprint><date when="1957">1957</date></imprint></monogr></biblStruct>',
};
