import type { AttributeClass } from '../attribute-class.js';

export const attTableDecoration: AttributeClass = {
  name: 'att.tableDecoration',
  gloss: 'What part a cell or row plays in a table.',
  classes: [],
  attributes: [
    {
      name: 'role',
      label: 'Role',
      type: 'teidata.enumerated',
      gloss: 'The part played by what is named.',
      values: { label: 'a heading', data: 'data' },
    },
    { name: 'rows', label: 'Rows', type: 'teidata.count', gloss: 'How many rows it takes.' },
    { name: 'cols', label: 'Columns', type: 'teidata.count', gloss: 'How many columns it takes.' },
  ],
};
