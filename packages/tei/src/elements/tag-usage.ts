import type { ElementRow } from '../element-row.js';

export const tagUsage: ElementRow = {
  name: 'tagUsage',
  module: 'header',
  label: 'Use of an element',
  gloss: 'How an element is used in the file.',
  shape: 'header',
  classes: [],
  content: 'macro.limitedContent',
  attributeClasses: ['att.global'],
  attributes: [
    { name: 'gi', label: 'Element', type: 'teidata.name', required: true, gloss: 'The name of the element.' },
    { name: 'occurs', label: 'Occurrences', type: 'teidata.count', gloss: 'How often the element occurs.' },
    {
      name: 'withId',
      label: 'With identifier',
      type: 'teidata.count',
      gloss: 'How often it occurs with an identifier.',
    },
  ],
  guidelines: '2.3.4 The Tagging Declaration',
  example: '<tagUsage gi="hi" occurs="12">Underlined words</tagUsage>',
};
