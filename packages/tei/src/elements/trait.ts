import type { ElementRow } from '../element-row.js';

export const trait: ElementRow = {
  name: 'trait',
  module: 'namesdates',
  label: 'Trait',
  gloss: 'A lasting characteristic of a person or place.',
  shape: 'header',
  classes: ['model.persStateLike', 'model.placeStateLike'],
  content:
    'precision*, (trait+ | (model.headLike*, model.pLike+, (model.noteLike | model.biblLike)*) | (model.labelLike | model.noteLike | model.biblLike)*)',
  attributeClasses: [
    'att.global',
    'att.datable',
    'att.dimensions',
    'att.editLike',
    'att.naming',
    'att.typed',
  ],
  attributes: [],
  guidelines: '14.3.1 Basic Principles',
  example: '<trait type="appearance"><label>Red-haired</label></trait>',
};
