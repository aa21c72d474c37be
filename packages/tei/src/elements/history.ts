import type { ElementRow } from '../element-row.js';

export const history: ElementRow = {
  name: 'history',
  module: 'msdescription',
  label: 'History of the source',
  gloss: 'Origin, provenance and acquisition of the source.',
  shape: 'header',
  classes: [],
  content: 'model.pLike+ | (summary?, origin?, provenance*, acquisition?)',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.8 History',
  example: '<history><origin>Written at Moscow</origin></history>',
};
