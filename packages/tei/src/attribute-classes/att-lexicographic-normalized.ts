import type { AttributeClass } from '../attribute-class.js';

export const attLexicographicNormalized: AttributeClass = {
  name: 'att.lexicographic.normalized',
  gloss: 'The normal form of a word.',
  classes: [],
  attributes: [
    { name: 'norm', label: 'Normal form', type: 'teidata.text', gloss: 'The normal form.' },
    { name: 'orig', label: 'In the source', type: 'teidata.text', gloss: 'The form in the source.' },
  ],
};
