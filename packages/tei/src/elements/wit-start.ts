import type { ElementRow } from '../element-row.js';

export const witStart: ElementRow = {
  name: 'witStart',
  module: 'textcrit',
  label: 'Witness begins',
  gloss: 'The text of a witness begins, or begins again, here.',
  shape: 'leaf',
  classes: ['model.rdgPart'],
  content: 'empty',
  attributeClasses: ['att.global', 'att.rdgPart'],
  attributes: [],
  guidelines: '13.1.5 Fragmentary Witnesses',
  example: '<witStart wit="#draft"/>',
};
