import type { ElementRow } from '../element-row.js';

export const collection: ElementRow = {
  name: 'collection',
  module: 'msdescription',
  label: 'Collection',
  gloss: 'The collection to which the source belongs.',
  shape: 'header',
  classes: [],
  content: 'macro.phraseSeq.limited',
  attributeClasses: ['att.global', 'att.naming', 'att.typed'],
  attributes: [],
  guidelines: '11.4 The Manuscript Identifier',
  example: '<collection>Roosevelt Papers</collection>',
};
