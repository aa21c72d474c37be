import type { ElementRow } from '../element-row.js';

export const category: ElementRow = {
  name: 'category',
  module: 'header',
  label: 'Category',
  gloss: 'One category of a taxonomy.',
  shape: 'header',
  classes: [],
  content: '(catDesc+ | (model.descLike | gloss)*), category*',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '2.3.7 The Classification Declaration',
  example: '<category xml:id="state"><catDesc>Letters of state</catDesc></category>',
};
