import type { ElementRow } from '../element-row.js';

export const witEnd: ElementRow = {
  name: 'witEnd',
  module: 'textcrit',
  label: 'Witness ends',
  gloss: 'The text of a witness ends, or breaks off, here.',
  shape: 'leaf',
  classes: ['model.rdgPart'],
  content: 'empty',
  attributeClasses: ['att.global', 'att.rdgPart'],
  attributes: [],
  guidelines: '13.1.5 Fragmentary Witnesses',
  example: '<witEnd wit="#draft"/>',
};
