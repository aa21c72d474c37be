import type { AttributeClass } from '../attribute-class.js';

export const attNotated: AttributeClass = {
  name: 'att.notated',
  gloss: 'The notation used.',
  classes: [],
  attributes: [
    { name: 'notation', label: 'Notation', type: 'teidata.enumerated', gloss: 'The notation, such as TeX.' },
  ],
};
