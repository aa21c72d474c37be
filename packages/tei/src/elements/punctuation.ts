import type { ElementRow } from '../element-row.js';

export const punctuation: ElementRow = {
  name: 'punctuation',
  module: 'header',
  label: 'Punctuation',
  gloss: 'What became of the punctuation of the source.',
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
    {
      name: 'placement',
      label: 'Punctuation',
      type: 'teidata.enumerated',
      gloss: 'Whether punctuation stands inside or outside the markup.',
      values: { internal: 'inside the element', external: 'outside the element' },
      closed: true,
    },
  ],
  guidelines: '2.3.3 The Editorial Practices Declaration',
  example: '<punctuation marks="all"><p>Punctuation is kept.</p></punctuation>',
};
