import type { AttributeClass } from '../attribute-class.js';

export const attResourced: AttributeClass = {
  name: 'att.resourced',
  gloss: 'Names an external resource.',
  classes: [],
  attributes: [
    {
      name: 'url',
      label: 'Address',
      type: 'teidata.pointer',
      gloss: 'Where the resource is.',
      required: true,
    },
  ],
};
