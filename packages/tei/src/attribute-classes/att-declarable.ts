import type { AttributeClass } from '../attribute-class.js';

export const attDeclarable: AttributeClass = {
  name: 'att.declarable',
  gloss: 'Declarations that other elements may choose.',
  classes: [],
  attributes: [
    {
      name: 'default',
      label: 'Default',
      type: 'teidata.enumerated',
      gloss: 'Whether the declaration holds where none is chosen.',
      values: { true: 'yes', false: 'no' },
      closed: true,
    },
  ],
};
