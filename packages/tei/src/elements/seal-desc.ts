import type { ElementRow } from '../element-row.js';

export const sealDesc: ElementRow = {
  name: 'sealDesc',
  module: 'msdescription',
  label: 'Seals',
  gloss: 'The seals of the source.',
  shape: 'header',
  classes: [],
  content: 'model.pLike+ | (summary?, (decoNote | seal | condition)+)',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.7.3.2 Seals',
  example: '<sealDesc><seal><p>Red wax, broken</p></seal></sealDesc>',
};
