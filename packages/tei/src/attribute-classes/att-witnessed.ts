import type { AttributeClass } from '../attribute-class.js';

export const attWitnessed: AttributeClass = {
  name: 'att.witnessed',
  gloss: 'Which witnesses carry a reading.',
  classes: [],
  attributes: [
    {
      name: 'wit',
      label: 'Witnesses',
      type: 'teidata.pointer',
      many: true,
      gloss: 'The witnesses that carry the reading.',
    },
  ],
};
