import type { ElementRow } from '../element-row.js';

export const typeNote: ElementRow = {
  name: 'typeNote',
  module: 'msdescription',
  label: 'Note on type',
  gloss: 'One typeface of the source.',
  shape: 'header',
  classes: [],
  content: 'macro.specialPara',
  attributeClasses: ['att.global', 'att.handFeatures'],
  attributes: [],
  guidelines: '11.7.2 Writing, Decoration, and Other Notations',
  example: '<typeNote>Typewriter, blue ribbon</typeNote>',
};
