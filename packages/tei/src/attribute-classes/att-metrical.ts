import type { AttributeClass } from '../attribute-class.js';

export const attMetrical: AttributeClass = {
  name: 'att.metrical',
  gloss: 'Metre and rhyme.',
  classes: [],
  attributes: [
    { name: 'met', label: 'Metre', type: 'token', gloss: 'The metre.' },
    { name: 'real', label: 'Metre here', type: 'token', gloss: 'The metre as it is in this line.' },
    { name: 'rhyme', label: 'Rhyme scheme', type: 'token', gloss: 'The rhyme scheme.' },
  ],
};
