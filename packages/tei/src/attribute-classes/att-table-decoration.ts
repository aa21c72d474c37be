import type { AttributeClass } from '../attribute-class.js';

export const attTableDecoration: AttributeClass = {
  name: 'att.tableDecoration',
  gloss: 'What part a cell or row plays in a table.',
  classes: [],
  attributes: [
    {
      name: 'role',
      type: 'teidata.enumerated',
      gloss: 'The part played by what is named.',
      values: { label: 'a heading', data: 'data' },
    },
    { name: 'rows', type: 'teidata.count', gloss: 'How many rows it takes.' },
    { name: 'cols', type: 'teidata.count', gloss: 'How many columns it takes.' },
  ],
};
