import type { AttributeClass } from '../attribute-class.js';

export const attEnjamb: AttributeClass = {
  name: 'att.enjamb',
  gloss: 'How a line of verse runs on.',
  classes: [],
  attributes: [
    {
      name: 'enjamb',
      label: 'Runs on',
      type: 'teidata.enumerated',
      gloss: 'Whether the sentence runs on beyond the line.',
      values: {
        no: 'it does not',
        yes: 'it does',
        weak: 'it does, with a pause',
        strong: 'it does, without a pause',
      },
    },
  ],
};
