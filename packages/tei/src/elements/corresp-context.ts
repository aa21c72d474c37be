import type { ElementRow } from '../element-row.js';

export const correspContext: ElementRow = {
  name: 'correspContext',
  module: 'header',
  label: 'Context',
  gloss: 'The letters before and after this one.',
  shape: 'header',
  classes: ['model.correspDescPart'],
  content: 'model.correspContextPart+',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '2.4.6 Correspondence Description',
  example: '<correspContext><ref type="prev" target="#no-1">No. 1</ref></correspContext>',
};
