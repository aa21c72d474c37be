import type { ElementRow } from '../element-row.js';

export const listRelation: ElementRow = {
  name: 'listRelation',
  module: 'namesdates',
  label: 'List of relations',
  gloss: 'How persons, places or organisations are related.',
  shape: 'header',
  classes: ['model.biblPart', 'model.listLike'],
  content: 'model.headLike*, desc*, (model.pLike | (relation | listRelation)+)',
  attributeClasses: ['att.global', 'att.sortable', 'att.typed'],
  attributes: [],
  guidelines: '14.3.2.3 Personal Relationships',
  example: '<listRelation><relation name="ally" mutual="#stalin #churchill"/></listRelation>',
};
