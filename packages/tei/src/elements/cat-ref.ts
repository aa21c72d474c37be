import type { ElementRow } from '../element-row.js';

export const catRef: ElementRow = {
  name: 'catRef',
  module: 'header',
  label: 'Category of the text',
  gloss: 'The category to which the text belongs.',
  shape: 'header',
  classes: [],
  content: 'empty',
  attributeClasses: ['att.global', 'att.pointing'],
  attributes: [
    {
      name: 'scheme',
      label: 'Scheme',
      type: 'teidata.pointer',
      gloss: 'The taxonomy to which the category belongs.',
    },
  ],
  guidelines: '2.4.3 The Text Classification',
  example: '<catRef scheme="#kinds" target="#state"/>',
};
