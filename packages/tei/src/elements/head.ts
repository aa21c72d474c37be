import type { ElementRow } from '../element-row.js';

export const head: ElementRow = {
  name: 'head',
  module: 'core',
  label: 'Heading',
  kinds: { number: 'Number', title: 'Title' },
  gloss: 'The number or title over a document or a part of it.',
  shape: 'textblock',
  classes: ['model.headLike', 'model.pLike.front'],
  content: '(text | lg | model.gLike | model.phrase | model.inter | model.lLike | model.global)*',
  attributeClasses: ['att.global', 'att.placement', 'att.typed', 'att.written'],
  attributes: [
    {
      name: 'type',
      type: 'teidata.enumerated',
      gloss: 'The kind, in the terms of this edition.',
      values: { number: 'the number of the document in the volume', title: 'the title of the document' },
    },
  ],
  toolbar: { group: 'structure', order: 10 },
  guidelines: '4.2.1 Headings and Trailers',
  example: '<head type="number">No. 1</head>',
};
