import type { AttributeClass } from '../attribute-class.js';

export const attInterpLike: AttributeClass = {
  name: 'att.interpLike',
  gloss: 'What an annotation is about.',
  classes: [],
  attributes: [
    { name: 'type', type: 'teidata.enumerated', gloss: 'The kind, in the terms of this edition.' },
    { name: 'subtype', type: 'teidata.enumerated', gloss: 'A finer kind within the type.' },
    { name: 'inst', type: 'teidata.pointer', many: true, gloss: 'The passages to which it applies.' },
  ],
};
