import type { ElementRow } from '../element-row.js';

export const layoutDesc: ElementRow = {
  name: 'layoutDesc',
  module: 'msdescription',
  label: 'Layout',
  gloss: 'The layouts of the source.',
  shape: 'header',
  classes: [],
  content: 'model.pLike+ | (summary?, layout+)',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.7.2 Writing, Decoration, and Other Notations',
  example: '<layoutDesc><layout columns="1">Wide margins</layout></layoutDesc>',
};
