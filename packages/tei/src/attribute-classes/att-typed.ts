import type { AttributeClass } from '../attribute-class.js';

export const attTyped: AttributeClass = {
  name: 'att.typed',
  gloss: 'Classifies the element.',
  classes: [],
  attributes: [
    {
      name: 'type',
      label: 'Kind',
      type: 'teidata.enumerated',
      gloss: 'The kind, in the terms of this edition.',
    },
    {
      name: 'subtype',
      label: 'Finer kind',
      type: 'teidata.enumerated',
      gloss: 'A finer kind within the type.',
    },
  ],
};
