import type { ElementRow } from '../element-row.js';

export const correspDesc: ElementRow = {
  name: 'correspDesc',
  module: 'header',
  label: 'Correspondence',
  gloss: 'Who wrote to whom, when and where.',
  shape: 'header',
  classes: ['model.profileDescPart'],
  content: 'model.correspDescPart+ | model.pLike+',
  attributeClasses: ['att.global', 'att.canonical', 'att.declarable', 'att.typed'],
  attributes: [],
  guidelines: '2.4.6 Correspondence Description',
  example:
    '<correspDesc><correspAction type="sent"><persName>J. V. Stalin</persName><date when="1941-08-04"/></correspAction></correspDesc>',
};
