import type { ElementRow } from '../element-row.js';

export const acquisition: ElementRow = {
  name: 'acquisition',
  module: 'msdescription',
  label: 'Acquisition',
  gloss: 'How the repository came by the source.',
  shape: 'header',
  classes: [],
  content: 'macro.specialPara',
  attributeClasses: ['att.global', 'att.datable'],
  attributes: [],
  guidelines: '11.8 History',
  example: '<acquisition>Bought in 1950</acquisition>',
};
