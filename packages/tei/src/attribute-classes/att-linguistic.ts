import type { AttributeClass } from '../attribute-class.js';

export const attLinguistic: AttributeClass = {
  name: 'att.linguistic',
  gloss: 'What grammar says of a word.',
  classes: ['att.lexicographic.normalized'],
  attributes: [
    {
      name: 'lemma',
      label: 'Dictionary form',
      type: 'teidata.text',
      gloss: 'The form under which a dictionary has it.',
    },
    {
      name: 'lemmaRef',
      label: 'Dictionary entry',
      type: 'teidata.pointer',
      gloss: 'The entry of a dictionary.',
    },
    { name: 'pos', label: 'Part of speech', type: 'teidata.text', gloss: 'The part of speech.' },
    { name: 'msd', label: 'Grammar', type: 'teidata.text', gloss: 'The form in grammar, by a code.' },
    {
      name: 'join',
      label: 'Joins',
      type: 'teidata.enumerated',
      gloss: 'To which side it joins without a space.',
      values: {
        no: 'to none',
        left: 'to what is before',
        right: 'to what follows',
        both: 'to both',
        overlap: 'it overlaps with the next',
      },
      closed: true,
    },
  ],
};
