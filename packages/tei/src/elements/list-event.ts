import type { ElementRow } from '../element-row.js';

export const listEvent: ElementRow = {
  name: 'listEvent',
  module: 'namesdates',
  label: 'List of events',
  gloss: 'What is known about the events that the edition names.',
  shape: 'header',
  classes: ['model.eventLike', 'model.listLike'],
  content:
    'model.headLike*, desc*, (relation | listRelation)*, (model.eventLike+, (relation | listRelation)*)+',
  attributeClasses: ['att.global', 'att.declarable', 'att.sortable', 'att.typed'],
  attributes: [],
  guidelines: '14.3.1 Basic Principles',
  example: '<listEvent><event when="1943"><label>Tehran Conference</label></event></listEvent>',
};
