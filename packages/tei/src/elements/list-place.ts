import type { ElementRow } from '../element-row.js';

export const listPlace: ElementRow = {
  name: 'listPlace',
  module: 'namesdates',
  label: 'List of places',
  gloss: 'A list of places.',
  shape: 'header',
  classes: ['model.listLike', 'model.orgPart'],
  content:
    'model.headLike*, desc*, (relation | listRelation)*, ((model.placeLike | listPlace)+, (relation | listRelation)*)+',
  attributeClasses: ['att.global', 'att.declarable', 'att.sortable', 'att.typed'],
  attributes: [],
  guidelines: '14.3.4 Places',
  example: '<listPlace><place xml:id="moscow"><placeName>Moscow</placeName></place></listPlace>',
};
