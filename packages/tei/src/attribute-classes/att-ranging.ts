import type { AttributeClass } from '../attribute-class.js';

export const attRanging: AttributeClass = {
  name: 'att.ranging',
  gloss: 'A range of quantities.',
  classes: [],
  attributes: [
    { name: 'atLeast', label: 'At least', type: 'teidata.numeric', gloss: 'The least it can be.' },
    { name: 'atMost', label: 'At most', type: 'teidata.numeric', gloss: 'The most it can be.' },
    { name: 'min', label: 'Least', type: 'teidata.numeric', gloss: 'The least of those measured.' },
    { name: 'max', label: 'Greatest', type: 'teidata.numeric', gloss: 'The greatest of those measured.' },
    {
      name: 'confidence',
      label: 'Confidence',
      type: 'teidata.probability',
      gloss: 'How probable the range is.',
    },
  ],
};
