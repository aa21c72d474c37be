import type { ElementRow } from '../element-row.js';

export const decoDesc: ElementRow = {
  name: 'decoDesc',
  module: 'msdescription',
  label: 'Decoration',
  gloss: 'The decoration of the source.',
  shape: 'header',
  classes: [],
  content: 'model.pLike+ | (summary?, decoNote+)',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.7.3 Bindings, Seals, and Additional Material',
  example: '<decoDesc><decoNote>A drawn border</decoNote></decoDesc>',
};
