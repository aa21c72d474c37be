import type { ElementRow } from '../element-row.js';

export const desc: ElementRow = {
  name: 'desc',
  module: 'core',
  label: 'Description',
  gloss: 'A short description of what it stands in.',
  shape: 'phrase',
  classes: ['model.descLike', 'model.labelLike'],
  content: 'macro.limitedContent',
  attributeClasses: ['att.global', 'att.typed'],
  attributes: [],
  guidelines: '23.4.1 Description of Components',
  example: '<desc>A sheet folded twice</desc>',
};
