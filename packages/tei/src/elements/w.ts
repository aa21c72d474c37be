import type { ElementRow } from '../element-row.js';

export const w: ElementRow = {
  name: 'w',
  module: 'analysis',
  label: 'Word',
  gloss: 'A word.',
  shape: 'phrase',
  classes: ['model.linePart', 'model.segLike'],
  content:
    '(text | model.gLike | seg | w | m | c | pc | model.global | model.lPart | model.hiLike | model.pPart.edit)*',
  attributeClasses: ['att.global', 'att.linguistic', 'att.notated', 'att.segLike', 'att.typed'],
  attributes: [],
  guidelines: '18.1 Linguistic Segment Categories',
  example: '<w lemma="ship" pos="noun">ships</w>',
};
