import type { ElementRow } from '../element-row.js';

export const bibl: ElementRow = {
  name: 'bibl',
  module: 'core',
  label: 'Bibliographic reference',
  gloss: 'A reference to a publication or document.',
  shape: 'phrase',
  classes: ['model.biblLike', 'model.biblPart'],
  content:
    '(text | model.gLike | model.highlighted | model.pPart.data | model.pPart.edit | model.segLike | model.ptrLike | model.biblPart | model.global)*',
  attributeClasses: [
    'att.global',
    'att.canonical',
    'att.declarable',
    'att.docStatus',
    'att.sortable',
    'att.typed',
  ],
  attributes: [],
  asks: ['ref'],
  registers: { ref: 'bibliography' },
  gutter: { name: 'reference' },
  guidelines: '3.12.1 Methods of Encoding Bibliographic References and Lists of References',
  example: '<bibl><title>Correspondence</title>, <date when="1957">1957</date></bibl>',
};
