import type { ElementRow } from '../element-row.js';

export const location: ElementRow = {
  name: 'location',
  module: 'namesdates',
  label: 'Location',
  gloss: 'Where a place is.',
  shape: 'header',
  classes: ['model.placeStateLike'],
  content:
    '(precision | model.labelLike | model.placeNamePart | model.offsetLike | model.measureLike | model.addressLike | model.noteLike | model.biblLike)*',
  attributeClasses: ['att.global', 'att.datable', 'att.editLike', 'att.typed'],
  attributes: [],
  guidelines: '14.3.4 Places',
  example: '<location><geo>55.75 37.62</geo></location>',
};
