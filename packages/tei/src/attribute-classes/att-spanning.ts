import type { AttributeClass } from '../attribute-class.js';

export const attSpanning: AttributeClass = {
  name: 'att.spanning',
  gloss: 'Delimits a span by its far end.',
  classes: [],
  attributes: [
    {
      name: 'spanTo',
      label: 'Span ends at',
      type: 'teidata.pointer',
      gloss: 'The element at which the span ends.',
    },
  ],
};
