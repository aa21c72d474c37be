import type { ElementRow } from '../element-row.js';

export const tagsDecl: ElementRow = {
  name: 'tagsDecl',
  module: 'header',
  label: 'Elements and renditions',
  gloss: 'How elements are used, and how words look by default.',
  shape: 'header',
  classes: ['model.encodingDescPart'],
  content: 'rendition*, namespace*',
  attributeClasses: ['att.global'],
  attributes: [
    {
      name: 'partial',
      label: 'Only some',
      type: 'teidata.truthValue',
      gloss: 'Whether only some of the elements are listed.',
    },
  ],
  guidelines: '2.3.4 The Tagging Declaration',
  example: '<tagsDecl><rendition xml:id="spaced" scheme="css">letter-spacing: 0.1em</rendition></tagsDecl>',
};
