import type { ElementRow } from '../element-row.js';

export const standOff: ElementRow = {
  name: 'standOff',
  module: 'linking',
  label: 'Stand-off data',
  gloss: 'Lists and annotations that stand apart from the text.',
  shape: 'header',
  classes: ['model.resource'],
  content: 'model.standOffPart+',
  attributeClasses: ['att.global', 'att.declaring', 'att.typed'],
  attributes: [],
  guidelines: '17.10 The standOff Container',
  example: '<standOff><listPerson><person><persName>Ada Byron</persName></person></listPerson></standOff>',
};
