import type { AttributeClass } from '../attribute-class.js';

export const attCReferencing: AttributeClass = {
  name: 'att.cReferencing',
  gloss: 'References in canonical form.',
  classes: [],
  attributes: [
    {
      name: 'cRef',
      label: 'Canonical reference',
      type: 'teidata.text',
      gloss: 'A reference in canonical form.',
    },
  ],
};
