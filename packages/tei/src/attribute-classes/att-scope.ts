import type { AttributeClass } from '../attribute-class.js';

export const attScope: AttributeClass = {
  name: 'att.scope',
  gloss: 'How far a statement reaches.',
  classes: [],
  attributes: [
    {
      name: 'scope',
      label: 'Scope',
      type: 'teidata.enumerated',
      gloss: 'How much of the text the hand or language covers.',
      values: { sole: 'the whole text', major: 'most of the text', minor: 'a small part' },
    },
  ],
};
