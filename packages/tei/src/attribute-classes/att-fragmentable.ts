import type { AttributeClass } from '../attribute-class.js';

export const attFragmentable: AttributeClass = {
  name: 'att.fragmentable',
  gloss: 'Whether the element is a fragment of a larger one.',
  classes: [],
  attributes: [
    {
      name: 'part',
      label: 'Part',
      type: 'teidata.enumerated',
      gloss: 'Which part of the whole this fragment is.',
      values: {
        Y: 'a fragment',
        N: 'not a fragment',
        I: 'the first part',
        M: 'a part between',
        F: 'the last part',
      },
      closed: true,
    },
  ],
};
