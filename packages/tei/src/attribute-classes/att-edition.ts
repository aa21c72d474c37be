import type { AttributeClass } from '../attribute-class.js';

export const attEdition: AttributeClass = {
  name: 'att.edition',
  gloss: 'Which edition a break belongs to.',
  classes: [],
  attributes: [
    {
      name: 'ed',
      label: 'Edition',
      type: 'teidata.word',
      many: true,
      gloss: 'The edition to which the break belongs.',
    },
    {
      name: 'edRef',
      label: 'Edition described',
      type: 'teidata.pointer',
      many: true,
      gloss: 'Where that edition is described.',
    },
  ],
};
