import type { ElementRow } from '../element-row.js';

export const correction: ElementRow = {
  name: 'correction',
  module: 'header',
  label: 'Correction',
  gloss: 'How mistakes in the source are dealt with.',
  shape: 'header',
  classes: ['model.editorialDeclPart'],
  content: 'model.pLike+',
  attributeClasses: ['att.global', 'att.declarable'],
  attributes: [
    {
      name: 'status',
      label: 'Status',
      type: 'teidata.enumerated',
      gloss: 'How thoroughly the text was corrected.',
      values: { high: 'high', medium: 'middling', low: 'low', unknown: 'not known' },
      closed: true,
    },
    {
      name: 'method',
      label: 'Method',
      type: 'teidata.enumerated',
      gloss: 'How corrections are shown.',
      values: { silent: 'made without a mark', markup: 'marked in the text' },
      closed: true,
    },
  ],
  guidelines: '2.3.3 The Editorial Practices Declaration',
  example: '<correction method="markup"><p>Corrections are marked.</p></correction>',
};
