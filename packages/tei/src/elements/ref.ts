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
  attributes: [],
  guidelines: '3.7 Simple Links and Cross-References',
  example: '<ref target="#no-2">See No. 2</ref>',
};
