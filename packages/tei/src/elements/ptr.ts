import type { ElementRow } from '../element-row.js';

export const ptr: ElementRow = {
  name: 'ptr',
  module: 'core',
  label: 'Pointer',
  kinds: { endnote: 'Callout' },
  gloss: 'A reference without text of its own, such as the callout of an endnote.',
  shape: 'leaf',
  classes: ['model.ptrLike'],
  content: 'empty',
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
        endnote: 'calls an endnote of the volume',
        document: 'refers to a document of the edition by its number',
        note: 'refers to a note',
        page: 'refers to a page of the copy',
      },
    },
  ],
  asks: ['target'],
  toolbar: { group: 'notes', order: 10, sign: 'a¹', label: 'Endnote', attributes: { type: 'endnote' } },
  shortcut: 'n',
  guidelines: '3.7 Simple Links and Cross-References',
  example: '<ptr type="endnote" target="#endnote-1"/>',
};
