import type { AttributeClass } from '../attribute-class.js';

export const attBreaking: AttributeClass = {
  name: 'att.breaking',
  gloss: 'Whether a break divides a word.',
  classes: [],
  attributes: [
    {
      name: 'break',
      label: 'Word goes on',
      type: 'teidata.word',
      gloss: 'Whether the word goes on across the break.',
    },
  ],
};
