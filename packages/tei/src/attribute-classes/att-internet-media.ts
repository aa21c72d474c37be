import type { AttributeClass } from '../attribute-class.js';

export const attInternetMedia: AttributeClass = {
  name: 'att.internetMedia',
  gloss: 'The media type of a linked resource.',
  classes: [],
  attributes: [
    {
      name: 'mimeType',
      label: 'Media type',
      type: 'teidata.word',
      many: true,
      gloss: 'The media type of the resource.',
    },
  ],
};
