import type { ElementRow } from '../element-row.js';

export const collation: ElementRow = {
  name: 'collation',
  module: 'msdescription',
  label: 'Collation',
  gloss: 'How the leaves are gathered.',
  shape: 'header',
  classes: [],
  content: 'macro.specialPara',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.7.1 Object Description',
  example: '<collation>Two sheets, folded once</collation>',
};
