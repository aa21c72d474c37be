import type { ElementRow } from '../element-row.js';

export const projectDesc: ElementRow = {
  name: 'projectDesc',
  module: 'header',
  label: 'Project',
  gloss: 'The purpose for which the text was encoded.',
  shape: 'header',
  classes: ['model.encodingDescPart'],
  content: 'model.pLike+',
  attributeClasses: ['att.global', 'att.declarable'],
  attributes: [],
  guidelines: '2.3.1 The Project Description',
  example: '<projectDesc><p>An edition of the correspondence.</p></projectDesc>',
};
