import type { ElementRow } from '../element-row.js';

export const normalization: ElementRow = {
  name: 'normalization',
  module: 'header',
  label: 'Normalisation',
  gloss: 'Whether the spelling of the source is made regular.',
  shape: 'header',
  classes: ['model.editorialDeclPart'],
  content: 'model.pLike+',
  attributeClasses: ['att.global', 'att.declarable'],
  attributes: [
    {
      name: 'method',
      label: 'Method',
      type: 'teidata.enumerated',
      gloss: 'How normalisations are shown.',
      values: { silent: 'made without a mark', markup: 'marked in the text' },
      closed: true,
    },
  ],
  guidelines: '2.3.3 The Editorial Practices Declaration',
  example: '<normalization method="markup"><p>Original spelling is kept.</p></normalization>',
};
