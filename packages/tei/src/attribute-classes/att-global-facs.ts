import type { AttributeClass } from '../attribute-class.js';

export const attGlobalFacs: AttributeClass = {
  name: 'att.global.facs',
  gloss: 'Links to the facsimile.',
  classes: [],
  attributes: [
    {
      name: 'facs',
      label: 'Image',
      type: 'teidata.pointer',
      many: true,
      gloss: 'The image, or the part of it, that shows this.',
      onSplit: 'first',
    },
  ],
};
