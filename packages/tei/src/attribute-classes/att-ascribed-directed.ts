import type { AttributeClass } from '../attribute-class.js';

export const attAscribedDirected: AttributeClass = {
  name: 'att.ascribed.directed',
  gloss: 'To whom speech or action is directed.',
  classes: ['att.ascribed'],
  attributes: [
    {
      name: 'toWhom',
      label: 'To whom',
      type: 'teidata.pointer',
      many: true,
      gloss: 'To whom it is addressed.',
    },
  ],
};
