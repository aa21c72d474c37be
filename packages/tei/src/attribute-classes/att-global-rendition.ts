import type { AttributeClass } from '../attribute-class.js';

export const attGlobalRendition: AttributeClass = {
  name: 'att.global.rendition',
  gloss: 'How the source looks.',
  classes: [],
  attributes: [
    {
      name: 'rend',
      label: 'Looks',
      type: 'teidata.word',
      many: true,
      gloss: 'How the source looks, in the words of this edition.',
    },
    {
      name: 'style',
      label: 'Style',
      type: 'teidata.text',
      gloss: 'How the source looks, in a style language.',
    },
    {
      name: 'rendition',
      label: 'Look described',
      type: 'teidata.pointer',
      many: true,
      gloss: 'How the source looks, as a link to a description.',
    },
  ],
};
