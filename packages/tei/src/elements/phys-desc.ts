import type { ElementRow } from '../element-row.js';

export const physDesc: ElementRow = {
  name: 'physDesc',
  module: 'msdescription',
  label: 'Physical description',
  gloss: 'The source as an object.',
  shape: 'header',
  classes: [],
  content:
    'model.pLike*, objectDesc?, handDesc?, typeDesc?, scriptDesc?, decoDesc?, additions?, bindingDesc?, sealDesc?, accMat?',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.7 Physical Description',
  example: '<physDesc><objectDesc form="leaf"><p>One leaf, folded</p></objectDesc></physDesc>',
};
