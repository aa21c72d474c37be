import type { AttributeClass } from '../attribute-class.js';

export const attNaming: AttributeClass = {
  name: 'att.naming',
  gloss: 'Attributes of names and of what is named.',
  classes: ['att.canonical'],
  attributes: [
    {
      name: 'role',
      label: 'Role',
      type: 'teidata.word',
      many: true,
      gloss: 'The part played by what is named.',
    },
    {
      name: 'nymRef',
      label: 'Canonical form',
      type: 'teidata.pointer',
      many: true,
      gloss: 'The canonical form of the name.',
    },
  ],
};
