import type { AttributeClass } from '../attribute-class.js';

export const attLocatable: AttributeClass = {
  name: 'att.locatable',
  gloss: 'Where something happened.',
  classes: [],
  attributes: [
    {
      name: 'where',
      label: 'Where it happened',
      type: 'teidata.pointer',
      many: true,
      gloss: 'The place where it happened.',
    },
  ],
};
