import type { ElementRow } from '../element-row.js';

export const binaryObject: ElementRow = {
  name: 'binaryObject',
  module: 'core',
  label: 'Embedded picture',
  gloss: 'A picture or other object whose data stand in the document itself.',
  shape: 'leaf',
  classes: ['model.graphicLike', 'model.titlepagePart'],
  content: 'text',
  attributeClasses: ['att.global', 'att.media', 'att.typed'],
  attributes: [
    {
      name: 'encoding',
      label: 'Written as',
      type: 'teidata.word',
      many: true,
      gloss: 'How the data are written, base 64 if it is not said.',
    },
  ],
  reads: 'nothing',
  guidelines: '3.10 Graphics and Other Non-textual Components',
  example: '<binaryObject mimeType="image/png">iVBORw0KGgo=</binaryObject>',
};
