import type { ElementRow } from '../element-row.js';

export const typeDesc: ElementRow = {
  name: 'typeDesc',
  module: 'msdescription',
  label: 'Typefaces',
  gloss: 'The typefaces of the source.',
  shape: 'header',
  classes: [],
  content: 'model.pLike+ | (summary?, typeNote+)',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.7.2.1 Writing',
  example: '<typeDesc><typeNote>Typewriter, blue ribbon</typeNote></typeDesc>',
};
