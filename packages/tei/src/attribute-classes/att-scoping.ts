import type { AttributeClass } from '../attribute-class.js';

export const attScoping: AttributeClass = {
  name: 'att.scoping',
  gloss: 'To what a remark on the encoding applies.',
  classes: [],
  attributes: [
    {
      name: 'target',
      label: 'Leads to',
      type: 'teidata.pointer',
      many: true,
      gloss: 'The elements to which it applies.',
    },
    {
      name: 'match',
      label: 'Applies to',
      type: 'teidata.text',
      gloss: 'An XPath expression for what it applies to.',
    },
  ],
};
