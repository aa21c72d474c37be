import type { ElementRow } from '../element-row.js';

export const additions: ElementRow = {
  name: 'additions',
  module: 'msdescription',
  label: 'Additions',
  gloss: 'What later hands added to the source.',
  shape: 'header',
  classes: [],
  content: 'macro.specialPara',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.7.2 Writing, Decoration, and Other Notations',
  example: '<additions>Notes by the addressee in pencil</additions>',
};
