import type { AttributeClass } from '../attribute-class.js';

export const attPatternReplacement: AttributeClass = {
  name: 'att.patternReplacement',
  gloss: 'How a short pointer becomes a whole one.',
  classes: [],
  attributes: [
    {
      name: 'matchPattern',
      label: 'Pattern',
      type: 'token',
      required: true,
      gloss: 'A regular expression for what follows the prefix.',
    },
    {
      name: 'replacementPattern',
      label: 'Replaced by',
      type: 'teidata.text',
      required: true,
      gloss: 'What it is replaced by.',
    },
  ],
};
