import type { ElementRow } from '../element-row.js';

export const quotation: ElementRow = {
  name: 'quotation',
  module: 'header',
  label: 'Quotation marks',
  gloss: 'What became of the quotation marks of the source.',
  shape: 'header',
  classes: ['model.editorialDeclPart'],
  content: 'model.pLike*',
  attributeClasses: ['att.global', 'att.declarable'],
  attributes: [
    {
      name: 'marks',
      label: 'Marks kept',
      type: 'teidata.enumerated',
      gloss: 'Which marks are kept in the text.',
      values: { none: 'none of them', some: 'some of them', all: 'all of them' },
      closed: true,
    },
  ],
  guidelines: '2.3.3 The Editorial Practices Declaration',
  example: '<quotation marks="all"><p>Quotation marks are kept.</p></quotation>',
};
