import type { ElementRow } from '../element-row.js';

export const state: ElementRow = {
  name: 'state',
  module: 'namesdates',
  label: 'State',
  gloss: 'A state of a person or place that lasted for a time.',
  shape: 'header',
  classes: ['model.persStateLike', 'model.placeStateLike'],
  content:
    'precision*, (state+ | (model.headLike*, model.pLike+, (model.noteLike | model.biblLike)*) | (model.labelLike | model.noteLike | model.biblLike)*)',
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
  example: '<state type="office" from="1940"><label>Prime Minister</label></state>',
};
