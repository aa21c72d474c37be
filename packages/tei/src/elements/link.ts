import type { ElementRow } from '../element-row.js';

export const link: ElementRow = {
  name: 'link',
  module: 'linking',
  label: 'Link',
  gloss: 'Places that belong together.',
  shape: 'leaf',
  classes: ['model.global.meta'],
  content: 'empty',
  attributeClasses: ['att.global', 'att.pointing', 'att.typed'],
  attributes: [],
  guidelines: '17.1 Links',
  example: '<link target="#draft-1 #copy-1"/>',
};
