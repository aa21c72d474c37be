import type { ElementRow } from '../element-row.js';

export const catDesc: ElementRow = {
  name: 'catDesc',
  module: 'header',
  label: 'Meaning of a category',
  gloss: 'What a category means.',
  shape: 'header',
  classes: [],
  content: '(text | model.limitedPhrase)*',
  attributeClasses: ['att.global', 'att.canonical'],
  attributes: [],
  guidelines: '2.3.7 The Classification Declaration',
  example: '<catDesc>Letters of state</catDesc>',
};
