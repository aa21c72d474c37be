import type { ElementRow } from '../element-row.js';

export const refsDecl: ElementRow = {
  name: 'refsDecl',
  module: 'header',
  label: 'References',
  gloss: 'How references in canonical form are made.',
  shape: 'header',
  classes: ['model.encodingDescPart'],
  content: 'model.pLike+',
  attributeClasses: ['att.global', 'att.declarable'],
  attributes: [],
  guidelines: '2.3.6.3 Milestone Method',
  example: '<refsDecl><p>The volume, a slash, the number of the document.</p></refsDecl>',
};
