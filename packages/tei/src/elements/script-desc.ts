import type { ElementRow } from '../element-row.js';

export const scriptDesc: ElementRow = {
  name: 'scriptDesc',
  module: 'msdescription',
  label: 'Scripts',
  gloss: 'The scripts of the source.',
  shape: 'header',
  classes: [],
  content: 'model.pLike+ | (summary?, scriptNote+)',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.7.2.1 Writing',
  example: '<scriptDesc><scriptNote>German cursive</scriptNote></scriptDesc>',
};
