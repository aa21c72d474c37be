import type { ElementRow } from '../element-row.js';

export const linkGrp: ElementRow = {
  name: 'linkGrp',
  module: 'linking',
  label: 'Links',
  gloss: 'Links of one kind.',
  shape: 'header',
  classes: ['model.global.meta'],
  content: 'model.descLike*, (link | ptr)+',
  attributeClasses: ['att.global', 'att.pointing', 'att.typed'],
  attributes: [],
  guidelines: '17.1 Links',
  example: '<linkGrp type="translation"><link target="#english-1 #russian-1"/></linkGrp>',
};
