import type { ElementRow } from '../element-row.js';

export const listOrg: ElementRow = {
  name: 'listOrg',
  module: 'namesdates',
  label: 'List of organisations',
  gloss: 'What is known about the organisations that the edition names.',
  shape: 'header',
  classes: ['model.listLike', 'model.orgPart'],
  content:
    'model.headLike*, desc*, (relation | listRelation)*, ((org | listOrg)+, (relation | listRelation)*)+',
  attributeClasses: ['att.global', 'att.declarable', 'att.sortable', 'att.typed'],
  attributes: [],
  guidelines: '14.2.2 Organizational Names',
  example: '<listOrg><org><orgName>Red Cross</orgName></org></listOrg>',
};
