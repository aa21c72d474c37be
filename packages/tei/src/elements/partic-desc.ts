import type { ElementRow } from '../element-row.js';

export const particDesc: ElementRow = {
  name: 'particDesc',
  module: 'corpus',
  label: 'Persons',
  gloss: 'The persons of the edition.',
  shape: 'header',
  classes: ['model.profileDescPart'],
  content: 'model.pLike+ | (model.personLike | listPerson | listOrg)+',
  attributeClasses: ['att.global', 'att.declarable'],
  attributes: [],
  guidelines: '16.2 Contextual Information',
  example:
    '<particDesc><listPerson><person xml:id="stalin"><persName>J. V. Stalin</persName></person></listPerson></particDesc>',
};
