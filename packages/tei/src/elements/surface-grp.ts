import type { ElementRow } from '../element-row.js';

export const surfaceGrp: ElementRow = {
  name: 'surfaceGrp',
  module: 'transcr',
  label: 'Surfaces',
  gloss: 'Surfaces that belong together, such as the two sides of a sheet.',
  shape: 'container',
  classes: [],
  content: '(model.global | surface | surfaceGrp)+',
  attributeClasses: ['att.global', 'att.declaring', 'att.typed'],
  attributes: [],
  guidelines: '12.1 Digital Facsimiles',
  example: '<surfaceGrp type="sheet"><surface n="1r"/><surface n="1v"/></surfaceGrp>',
};
