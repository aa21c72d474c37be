import type { AttributeClass } from '../attribute-class.js';

export const attRanging: AttributeClass = {
  name: 'att.ranging',
  gloss: 'A range of quantities.',
  classes: [],
  attributes: [
    { name: 'atLeast', type: 'teidata.numeric', gloss: 'The least it can be.' },
    { name: 'atMost', type: 'teidata.numeric', gloss: 'The most it can be.' },
    { name: 'min', type: 'teidata.numeric', gloss: 'The least of those measured.' },
    { name: 'max', type: 'teidata.numeric', gloss: 'The greatest of those measured.' },
    { name: 'confidence', type: 'teidata.probability', gloss: 'How probable the range is.' },
  ],
};
