import type { ElementRow } from '../element-row.js';

export const supportDesc: ElementRow = {
  name: 'supportDesc',
  module: 'msdescription',
  label: 'Description of the support',
  gloss: 'What the text is written on, with extent and condition.',
  shape: 'header',
  classes: [],
  content: 'model.pLike+ | (support?, extent?, foliation*, collation?, condition?)',
  attributeClasses: ['att.global'],
  attributes: [
    {
      name: 'material',
      label: 'Material',
      type: 'teidata.enumerated',
      gloss: 'What the text is written on.',
      values: { paper: 'paper', parch: 'parchment', mixed: 'paper and parchment' },
    },
  ],
  guidelines: '11.7.1 Object Description',
  example: '<supportDesc material="paper"><extent>2 leaves</extent></supportDesc>',
};
