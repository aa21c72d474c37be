import type { ElementRow } from '../element-row.js';

export const origin: ElementRow = {
  name: 'origin',
  module: 'msdescription',
  label: 'Origin',
  gloss: 'How the source came into being.',
  shape: 'header',
  classes: [],
  content: 'macro.specialPara',
  attributeClasses: ['att.global', 'att.datable', 'att.editLike'],
  attributes: [],
  guidelines: '11.8 History',
  example: '<origin><origDate when="1941">1941</origDate></origin>',
};
