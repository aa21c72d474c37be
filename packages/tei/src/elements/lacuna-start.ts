import type { ElementRow } from '../element-row.js';

export const lacunaStart: ElementRow = {
  name: 'lacunaStart',
  module: 'textcrit',
  label: 'Lacuna begins',
  gloss: 'A loss of text in a witness begins here.',
  shape: 'leaf',
  classes: ['model.rdgPart'],
  content: 'empty',
  attributeClasses: ['att.global', 'att.rdgPart'],
  attributes: [],
  guidelines: '13.1.5 Fragmentary Witnesses',
  example: '<lacunaStart wit="#draft"/>',
};
