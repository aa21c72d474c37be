import type { AttributeClass } from '../attribute-class.js';

export const attDurationW3c: AttributeClass = {
  name: 'att.duration.w3c',
  gloss: 'Durations after the W3C datatypes.',
  classes: [],
  attributes: [
    { name: 'dur', label: 'Duration', type: 'teidata.duration.w3c', gloss: 'The length of time.' },
  ],
};
