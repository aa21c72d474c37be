import type { ElementRow } from '../element-row.js';

export const filiation: ElementRow = {
  name: 'filiation',
  module: 'msdescription',
  label: 'Filiation',
  gloss: 'How a manuscript depends on others.',
  shape: 'header',
  classes: ['model.msItemPart'],
  content: 'macro.specialPara',
  attributeClasses: ['att.global', 'att.typed'],
  attributes: [],
  guidelines: '11.6.1 The msItem and msItemStruct Elements',
  example: '<filiation>Copied from the draft</filiation>',
};
