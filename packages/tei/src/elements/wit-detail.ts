import type { ElementRow } from '../element-row.js';

export const witDetail: ElementRow = {
  name: 'witDetail',
  module: 'textcrit',
  label: 'Detail on a witness',
  gloss: 'A remark on a reading of a witness.',
  shape: 'phrase',
  classes: ['model.global.edit'],
  content: '(text | model.gLike | model.phrase | model.global | bibl)*',
  attributeClasses: ['att.global', 'att.placement', 'att.pointing', 'att.typed'],
  attributes: [
    {
      name: 'wit',
      label: 'Witnesses',
      type: 'teidata.pointer',
      many: true,
      required: true,
      gloss: 'The witnesses of which it is said.',
    },
  ],
  gutter: { name: 'detail' },
  guidelines: '13.1 The Apparatus Entry, Readings, and Witnesses',
  example: '<witDetail wit="#draft">written over an erasure</witDetail>',
};
