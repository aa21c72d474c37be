import type { ElementRow } from '../element-row.js';

export const scriptNote: ElementRow = {
  name: 'scriptNote',
  module: 'header',
  label: 'Note on script',
  gloss: 'One script of the source.',
  shape: 'header',
  classes: [],
  content: 'macro.specialPara',
  attributeClasses: ['att.global', 'att.handFeatures'],
  attributes: [],
  guidelines: '11.7.2 Writing, Decoration, and Other Notations',
  example: '<scriptNote>German cursive</scriptNote>',
};
