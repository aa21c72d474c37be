import type { ElementRow } from '../element-row.js';

export const hyphenation: ElementRow = {
  name: 'hyphenation',
  module: 'header',
  label: 'Hyphenation',
  gloss: 'What became of hyphens at line ends.',
  shape: 'header',
  classes: ['model.editorialDeclPart'],
  content: 'model.pLike+',
  attributeClasses: ['att.global', 'att.declarable'],
  attributes: [
    {
      name: 'eol',
      label: 'Hyphens kept',
      type: 'teidata.enumerated',
      gloss: 'Which hyphens at line ends are kept.',
      values: {
        all: 'all of them',
        some: 'some of them',
        hard: 'hyphens that belong to the word',
        none: 'none of them',
      },
      closed: true,
    },
  ],
  guidelines: '2.3.3 The Editorial Practices Declaration',
  example: '<hyphenation eol="hard"><p>Words divided at line ends are joined.</p></hyphenation>',
};
