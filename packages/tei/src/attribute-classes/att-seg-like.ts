import type { AttributeClass } from '../attribute-class.js';

export const attSegLike: AttributeClass = {
  name: 'att.segLike',
  gloss: 'What part a segment plays.',
  classes: ['att.fragmentable', 'att.metrical'],
  attributes: [
    { name: 'function', label: 'Function', type: 'teidata.word', gloss: 'What the segment does.' },
  ],
};
