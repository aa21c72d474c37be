import type { ElementRow } from '../element-row.js';

export const interpretation: ElementRow = {
  name: 'interpretation',
  module: 'header',
  label: 'Interpretation',
  gloss: 'What was added to the text by interpretation.',
  shape: 'header',
  classes: ['model.editorialDeclPart'],
  content: 'model.pLike+',
  attributeClasses: ['att.global', 'att.declarable'],
  attributes: [],
  guidelines: '2.3.3 The Editorial Practices Declaration',
  example: '<interpretation><p>Names of persons are linked.</p></interpretation>',
};
