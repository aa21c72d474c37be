import type { ElementRow } from '../element-row.js';

export const stdVals: ElementRow = {
  name: 'stdVals',
  module: 'header',
  label: 'Standard values',
  gloss: 'By what standard values are written.',
  shape: 'header',
  classes: ['model.editorialDeclPart'],
  content: 'model.pLike+',
  attributeClasses: ['att.global', 'att.declarable'],
  attributes: [],
  guidelines: '2.3.3 The Editorial Practices Declaration',
  example: '<stdVals><p>Dates after ISO 8601.</p></stdVals>',
};
