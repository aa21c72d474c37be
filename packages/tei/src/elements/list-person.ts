import type { ElementRow } from '../element-row.js';

export const listPerson: ElementRow = {
  name: 'listPerson',
  module: 'namesdates',
  label: 'List of persons',
  gloss: 'A list of persons.',
  shape: 'header',
  classes: ['model.listLike', 'model.orgPart'],
  content:
    'model.headLike*, desc*, (relation | listRelation)*, ((model.personLike | listPerson)+, (relation | listRelation)*)+',
  attributeClasses: ['att.global', 'att.declarable', 'att.sortable', 'att.typed'],
  attributes: [
    {
      name: 'type',
      type: 'teidata.enumerated',
      gloss: 'The kind, in the terms of this edition.',
      values: { correspondence: 'persons of the correspondence', commission: 'members of the commission' },
    },
  ],
  guidelines: '14.3.2 The Person Element',
  example: '<listPerson><person xml:id="stalin"><persName>J. V. Stalin</persName></person></listPerson>',
};
