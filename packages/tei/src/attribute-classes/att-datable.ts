import type { AttributeClass } from '../attribute-class.js';

export const attDatable: AttributeClass = {
  name: 'att.datable',
  gloss: 'When something happened or held.',
  classes: ['att.datable.custom', 'att.datable.iso', 'att.datable.w3c'],
  attributes: [
    {
      name: 'period',
      label: 'Period',
      type: 'teidata.pointer',
      many: true,
      gloss: 'A named period in which the date falls.',
    },
  ],
};
