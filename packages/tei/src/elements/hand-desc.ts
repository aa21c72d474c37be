import type { ElementRow } from '../element-row.js';

export const handDesc: ElementRow = {
  name: 'handDesc',
  module: 'msdescription',
  label: 'Description of hands',
  gloss: 'The hands in the source, described.',
  shape: 'header',
  classes: [],
  content: 'model.pLike+ | (summary?, handNote+)',
  attributeClasses: ['att.global'],
  attributes: [{ name: 'hands', label: 'Hands', type: 'teidata.count', gloss: 'How many hands there are.' }],
  guidelines: '11.7.2 Writing, Decoration, and Other Notations',
  example: '<handDesc hands="1"><handNote>A neat round hand</handNote></handDesc>',
};
