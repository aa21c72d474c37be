import type { ElementRow } from '../element-row.js';

export const segmentation: ElementRow = {
  name: 'segmentation',
  module: 'header',
  label: 'Segmentation',
  gloss: 'How the text was divided into segments.',
  shape: 'header',
  classes: ['model.editorialDeclPart'],
  content: 'model.pLike+',
  attributeClasses: ['att.global', 'att.declarable'],
  attributes: [],
  guidelines: '2.3.3 The Editorial Practices Declaration',
  example: '<segmentation><p>The text is divided into paragraphs.</p></segmentation>',
};
