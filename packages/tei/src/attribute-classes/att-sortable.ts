import type { AttributeClass } from '../attribute-class.js';

export const attSortable: AttributeClass = {
  name: 'att.sortable',
  gloss: 'A key to sort by.',
  classes: [],
  attributes: [
    {
      name: 'sortKey',
      label: 'Sorted under',
      type: 'teidata.word',
      gloss: 'The form under which it is sorted.',
    },
  ],
};
