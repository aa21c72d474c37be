import type { ElementRow } from '../element-row.js';

export const listBibl: ElementRow = {
  name: 'listBibl',
  module: 'core',
  label: 'References',
  gloss: 'A list of references.',
  shape: 'container',
  classes: ['model.biblLike', 'model.frontPart'],
  content:
    'model.headLike*, desc*, (model.milestoneLike | relation | listRelation)*, (model.biblLike+, (model.milestoneLike | relation | listRelation)*)+',
  attributeClasses: ['att.global', 'att.declarable', 'att.sortable', 'att.typed'],
  attributes: [],
  guidelines: '3.12.1 Methods of Encoding Bibliographic References and Lists of References',
  example: '<listBibl><bibl>Correspondence, Volume Two</bibl></listBibl>',
};
