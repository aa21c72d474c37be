import type { ElementRow } from '../element-row.js';

export const docTitle: ElementRow = {
  name: 'docTitle',
  module: 'textstructure',
  label: 'Title',
  gloss: 'The title as the title page gives it.',
  shape: 'container',
  classes: ['model.pLike.front', 'model.titlepagePart'],
  content: 'model.global*, (titlePart, model.global*)+',
  attributeClasses: ['att.global', 'att.canonical'],
  attributes: [],
  guidelines: '4.6 Title Pages',
  example: '<docTitle><titlePart type="main">Correspondence</titlePart></docTitle>',
};
