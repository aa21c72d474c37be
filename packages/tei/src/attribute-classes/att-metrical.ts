import type { AttributeClass } from '../attribute-class.js';

export const attMetrical: AttributeClass = {
  name: 'att.metrical',
  gloss: 'Metre and rhyme.',
  classes: [],
  attributes: [
    { name: 'met', type: 'token', gloss: 'The metre.' },
    { name: 'real', type: 'token', gloss: 'The metre as it is in this line.' },
    { name: 'rhyme', type: 'token', gloss: 'The rhyme scheme.' },
  ],
};
