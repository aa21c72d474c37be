import type { ElementRow } from '../element-row.js';

export const facsimile: ElementRow = {
  name: 'facsimile',
  module: 'transcr',
  label: 'Facsimile',
  gloss: 'The pictures of the source.',
  shape: 'header',
  classes: ['model.resource'],
  content: 'front?, ((model.graphicLike | surface | surfaceGrp)+ | facsimile+), back?',
  attributeClasses: ['att.global', 'att.declaring'],
  attributes: [],
  guidelines: '12.1 Digital Facsimiles',
  example: '<facsimile><surface><graphic url="page-1.jpg"/></surface></facsimile>',
};
