import type { AttributeClass } from '../attribute-class.js';

export const attGlobalLinking: AttributeClass = {
  name: 'att.global.linking',
  gloss: 'Links between elements.',
  classes: [],
  attributes: [
    {
      name: 'corresp',
      label: 'Corresponds to',
      type: 'teidata.pointer',
      many: true,
      gloss: 'What corresponds to this element elsewhere.',
      onSplit: 'first',
    },
    {
      name: 'synch',
      label: 'At the same time',
      type: 'teidata.pointer',
      many: true,
      gloss: 'What happens at the same time.',
    },
    {
      name: 'sameAs',
      label: 'Same as',
      type: 'teidata.pointer',
      gloss: 'An element that is the same as this one.',
    },
    {
      name: 'copyOf',
      label: 'Copy of',
      type: 'teidata.pointer',
      gloss: 'An element of which this one is a copy.',
    },
    { name: 'next', label: 'Next part', type: 'teidata.pointer', gloss: 'The next part of the same whole.' },
    {
      name: 'prev',
      label: 'Previous part',
      type: 'teidata.pointer',
      gloss: 'The part before this one of the same whole.',
    },
    {
      name: 'exclude',
      label: 'Excludes',
      type: 'teidata.pointer',
      many: true,
      gloss: 'Elements that exclude this one.',
    },
    {
      name: 'select',
      label: 'One of',
      type: 'teidata.pointer',
      many: true,
      gloss: 'Elements one of which is chosen.',
    },
  ],
};
