import type { AttributeClass } from '../attribute-class.js';

export const attGlobalSource: AttributeClass = {
  name: 'att.global.source',
  gloss: 'Where the encoded matter is taken from.',
  classes: [],
  attributes: [
    {
      name: 'source',
      label: 'Taken from',
      type: 'teidata.pointer',
      many: true,
      gloss: 'Where the encoded matter is taken from.',
    },
  ],
};
