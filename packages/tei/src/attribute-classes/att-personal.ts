import type { AttributeClass } from '../attribute-class.js';

export const attPersonal: AttributeClass = {
  name: 'att.personal',
  gloss: 'Attributes of parts of names.',
  classes: ['att.naming'],
  attributes: [
    {
      name: 'full',
      label: 'Written in full',
      type: 'teidata.enumerated',
      gloss: 'Whether the name part is written in full.',
      values: { yes: 'in full', abb: 'abbreviated', init: 'initials' },
      closed: true,
    },
    {
      name: 'sort',
      label: 'Sorted as part',
      type: 'teidata.count',
      gloss: 'The place of the part when names are sorted.',
    },
  ],
};
