import type { ElementRow } from '../element-row.js';

export const taxonomy: ElementRow = {
  name: 'taxonomy',
  module: 'header',
  label: 'Taxonomy',
  gloss: 'A scheme of categories.',
  shape: 'header',
  classes: [],
  content:
    '(category | taxonomy)+ | ((model.descLike | gloss)+, (category | taxonomy)*) | (model.biblLike, (category | taxonomy)*)',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '2.3.7 The Classification Declaration',
  example: '<taxonomy xml:id="kinds"><category><catDesc>Letters of state</catDesc></category></taxonomy>',
};
