import type { AttributeClass } from '../attribute-class.js';

export const attDeclaring: AttributeClass = {
  name: 'att.declaring',
  gloss: 'Chooses a declaration of the header.',
  classes: [],
  attributes: [
    {
      name: 'decls',
      label: 'Declarations',
      type: 'teidata.pointer',
      many: true,
      gloss: 'The declarations of the header that hold here.',
    },
  ],
};
