import type { ElementRow } from '../element-row.js';

export const address: ElementRow = {
  name: 'address',
  module: 'core',
  label: 'Address',
  gloss: 'A postal address.',
  shape: 'container',
  classes: [
    'model.addressLike',
    'model.divBottomPart',
    'model.divTopPart',
    'model.publicationStmtPart.detail',
  ],
  content: 'model.global*, (model.addrPart, model.global*)+',
  attributeClasses: ['att.global', 'att.canonical', 'att.typed'],
  attributes: [
    {
      name: 'role',
      label: 'Role',
      type: 'teidata.word',
      many: true,
      gloss: 'The part played by what is named.',
    },
    { name: 'type', type: 'teidata.enumerated', gloss: 'The kind of address.' },
  ],
  gutter: { name: 'address' },
  guidelines: '3.6.2 Addresses',
  example: '<address><addrLine>10 Downing Street</addrLine><addrLine>London</addrLine></address>',
};
