import type { ElementRow } from '../element-row.js';

export const lacunaEnd: ElementRow = {
  name: 'lacunaEnd',
  module: 'textcrit',
  label: 'Lacuna ends',
  gloss: 'A loss of text in a witness ends here.',
  shape: 'leaf',
  classes: ['model.rdgPart'],
  content: 'empty',
  attributeClasses: ['att.global', 'att.rdgPart'],
  attributes: [],
  guidelines: '13.1.5 Fragmentary Witnesses',
  example: '<lacunaEnd wit="#draft"/>',
};
