import type { ElementRow } from '../element-row.js';

export const recordHist: ElementRow = {
  name: 'recordHist',
  module: 'msdescription',
  label: 'History of the record',
  gloss: 'How the description of the source came about.',
  shape: 'header',
  classes: [],
  content: 'model.pLike+ | (source, change*)',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.9.1 Administrative Information',
  example: '<recordHist><source>The archive’s catalogue</source></recordHist>',
};
