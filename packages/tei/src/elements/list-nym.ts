import type { ElementRow } from '../element-row.js';

export const listNym: ElementRow = {
  name: 'listNym',
  module: 'namesdates',
  label: 'List of name forms',
  gloss: 'The canonical forms of the names in the edition.',
  shape: 'header',
  classes: ['model.listLike'],
  content:
    'model.headLike*, desc*, (relation | listRelation)*, ((nym | listNym)+, (relation | listRelation)*)+',
  attributeClasses: ['att.global', 'att.declarable', 'att.sortable', 'att.typed'],
  attributes: [],
  guidelines: '14.3.7 Names and Nyms',
  example: '<listNym><nym xml:id="joseph"/></listNym>',
};
