import type { AttributeClass } from '../attribute-class.js';

export const attCanonical: AttributeClass = {
  name: 'att.canonical',
  gloss: 'Links a name to what it names.',
  classes: [],
  attributes: [
    {
      name: 'key',
      label: 'Key',
      type: 'teidata.text',
      gloss: 'A key of what is named, in a system of this edition.',
    },
    {
      name: 'ref',
      label: 'Identified as',
      type: 'teidata.pointer',
      many: true,
      gloss: 'Where what is named is described.',
    },
  ],
};
