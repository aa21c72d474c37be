import type { ElementRow } from '../element-row.js';

export const classDecl: ElementRow = {
  name: 'classDecl',
  module: 'header',
  label: 'Classifications',
  gloss: 'The taxonomies by which texts are classified.',
  shape: 'header',
  classes: ['model.encodingDescPart'],
  content: 'taxonomy+',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '2.3.7 The Classification Declaration',
  example:
    '<classDecl><taxonomy><category><catDesc>Letters of state</catDesc></category></taxonomy></classDecl>',
};
