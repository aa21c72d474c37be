import type { ElementRow } from '../element-row.js';

export const ref: ElementRow = {
  name: 'ref',
  module: 'core',
  label: 'Link',
  gloss: 'A reference whose text is in the document.',
  shape: 'phrase',
  classes: ['model.ptrLike'],
  content: 'macro.paraContent',
  attributeClasses: [
    'att.global',
    'att.cReferencing',
    'att.declaring',
    'att.internetMedia',
    'att.pointing',
    'att.typed',
  ],
  attributes: [
    {
      name: 'type',
      type: 'teidata.enumerated',
      gloss: 'The kind, in the terms of this edition.',
      values: {
        document: 'another document of the edition',
        note: 'a note',
        page: 'a page of the copy',
        'reply-to': 'the document that is answered',
        prev: 'the document before',
        next: 'the document after',
      },
    },
  ],
  asks: ['target'],
  guidelines: '3.7 Simple Links and Cross-References',
  example: '<ref target="#no-2">See No. 2</ref>',
};
