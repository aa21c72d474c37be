import type { ElementRow } from '../element-row.js';

export const divGen: ElementRow = {
  name: 'divGen',
  module: 'core',
  label: 'Generated section',
  gloss: 'The place where a section is generated, such as the contents.',
  shape: 'leaf',
  classes: ['model.divGenLike', 'model.frontPart'],
  content: 'model.headLike*',
  attributeClasses: ['att.global', 'att.typed'],
  attributes: [
    {
      name: 'type',
      type: 'teidata.enumerated',
      gloss: 'Which section is generated.',
      values: {
        contents: 'a table of contents',
        index: 'an index',
        method: 'the statement of editorial method',
        emendations: 'the list of emendations',
        imprint: 'who publishes the edition, and under which terms',
        colophon: 'how the volume is set',
      },
    },
  ],
  guidelines: '3.9.2 Index Entries',
  example: '<divGen type="contents"/>',
};
