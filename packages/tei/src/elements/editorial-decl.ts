import type { ElementRow } from '../element-row.js';

export const editorialDecl: ElementRow = {
  name: 'editorialDecl',
  module: 'header',
  label: 'Editorial principles',
  gloss: 'The rules by which the text was edited.',
  shape: 'header',
  classes: ['model.encodingDescPart'],
  content: '(model.pLike | model.editorialDeclPart)+',
  attributeClasses: ['att.global', 'att.declarable'],
  attributes: [],
  guidelines: '2.3.3 The Editorial Practices Declaration',
  example:
    '<editorialDecl><correction method="markup"><p>Corrections are marked.</p></correction></editorialDecl>',
};
