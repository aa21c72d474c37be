import type { ElementRow } from '../element-row.js';

export const ex: ElementRow = {
  name: 'ex',
  module: 'transcr',
  label: 'Expanded letters',
  gloss: 'Letters that the editors add when they expand an abbreviation.',
  shape: 'phrase',
  classes: ['model.choicePart', 'model.pPart.editorial'],
  content: '(text | model.gLike)*',
  attributeClasses: ['att.global', 'att.dimensions', 'att.editLike'],
  attributes: [],
  copyReads: 'nothing',
  gutter: { name: 'letters' },
  guidelines: '12.3.1.2 Abbreviation and Expansion',
  example: '<ex>inister</ex>',
};
