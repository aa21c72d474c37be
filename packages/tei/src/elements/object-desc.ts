import type { ElementRow } from '../element-row.js';

export const objectDesc: ElementRow = {
  name: 'objectDesc',
  module: 'msdescription',
  label: 'Description of the object',
  gloss: 'The object that carries the text.',
  shape: 'header',
  classes: [],
  content: 'model.pLike+ | (supportDesc?, layoutDesc?)',
  attributeClasses: ['att.global'],
  attributes: [
    {
      name: 'form',
      label: 'Form',
      type: 'teidata.enumerated',
      gloss: 'The form of the object.',
      values: {
        leaf: 'a single leaf',
        sheet: 'a folded sheet',
        codex: 'a bound book',
        postcard: 'a postcard',
        telegram: 'a telegram',
      },
    },
  ],
  guidelines: '11.7.1 Object Description',
  example:
    '<objectDesc form="leaf"><supportDesc material="paper"><extent>2 leaves</extent></supportDesc></objectDesc>',
};
