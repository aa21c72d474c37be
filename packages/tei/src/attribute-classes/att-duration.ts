import type { AttributeClass } from '../attribute-class.js';

export const attDuration: AttributeClass = {
  name: 'att.duration',
  gloss: 'How long something lasts.',
  classes: ['att.duration.iso', 'att.duration.w3c'],
  attributes: [],
};
