import type { ElementRow } from '../element-row.js';

export const label: ElementRow = {
  name: 'label',
  module: 'core',
  label: 'Label',
  gloss: 'What stands before an item, a paragraph or a part and names it.',
  shape: 'textblock',
  classes: ['model.labelLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.placement', 'att.typed', 'att.written'],
  attributes: [],
  gutter: { name: '' },
  guidelines: '3.8 Lists',
  example: '<label>(1)</label>',
};
