import type { ElementRow } from '../element-row.js';

export const keywords: ElementRow = {
  name: 'keywords',
  module: 'header',
  label: 'Keywords',
  gloss: 'Terms that say what the document is about.',
  shape: 'header',
  classes: [],
  content: 'term+ | list',
  attributeClasses: ['att.global'],
  attributes: [
    {
      name: 'scheme',
      label: 'Scheme',
      type: 'teidata.pointer',
      gloss: 'The scheme from which the terms are taken.',
    },
  ],
  guidelines: '2.4.3 The Text Classification',
  example: '<keywords><term>Lend-Lease</term></keywords>',
};
