import type { ElementRow } from '../element-row.js';

export const variantEncoding: ElementRow = {
  name: 'variantEncoding',
  module: 'textcrit',
  label: 'Method of the apparatus',
  gloss: 'How variants are linked with the text.',
  shape: 'header',
  classes: ['model.encodingDescPart'],
  content: 'empty',
  attributeClasses: ['att.global'],
  attributes: [
    {
      name: 'method',
      label: 'Method',
      type: 'teidata.enumerated',
      required: true,
      gloss: 'How variants are linked with the text.',
      values: {
        'location-referenced': 'by the place that each names',
        'double-end-point': 'by both ends of the lemma',
        'parallel-segmentation': 'by readings side by side in the text',
      },
      closed: true,
    },
    {
      name: 'location',
      label: 'Where they stand',
      type: 'teidata.enumerated',
      required: true,
      gloss: 'Where the variants stand.',
      values: { internal: 'in the text', external: 'apart from it' },
      closed: true,
    },
  ],
  guidelines: '13.1.1 The Apparatus Entry',
  example: '<variantEncoding method="parallel-segmentation" location="internal"/>',
};
