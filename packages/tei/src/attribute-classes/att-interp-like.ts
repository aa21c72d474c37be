import type { AttributeClass } from '../attribute-class.js';

export const attInterpLike: AttributeClass = {
  name: 'att.interpLike',
  gloss: 'What an annotation is about.',
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
    {
      name: 'inst',
      label: 'Applies to',
      type: 'teidata.pointer',
      many: true,
      gloss: 'The passages to which it applies.',
    },
  ],
};
