import type { AttributeClass } from '../attribute-class.js';

export const attGlobalLinking: AttributeClass = {
  name: 'att.global.linking',
  gloss: 'Links between elements.',
  classes: [],
  attributes: [
    {
      name: 'corresp',
      type: 'teidata.pointer',
      many: true,
      gloss: 'What corresponds to this element elsewhere.',
      onSplit: 'first',
    },
    { name: 'synch', type: 'teidata.pointer', many: true, gloss: 'What happens at the same time.' },
    { name: 'sameAs', type: 'teidata.pointer', gloss: 'An element that is the same as this one.' },
    { name: 'copyOf', type: 'teidata.pointer', gloss: 'An element of which this one is a copy.' },
    { name: 'next', type: 'teidata.pointer', gloss: 'The next part of the same whole.' },
    { name: 'prev', type: 'teidata.pointer', gloss: 'The part before this one of the same whole.' },
    { name: 'exclude', type: 'teidata.pointer', many: true, gloss: 'Elements that exclude this one.' },
    { name: 'select', type: 'teidata.pointer', many: true, gloss: 'Elements one of which is chosen.' },
  ],
};
