import type { ElementRow } from '../element-row.js';

export const media: ElementRow = {
  name: 'media',
  module: 'core',
  label: 'Recording',
  gloss: 'A sound or moving picture kept in a file.',
  shape: 'leaf',
  classes: ['model.graphicLike'],
  content: 'model.descLike*',
  attributeClasses: ['att.global', 'att.declaring', 'att.media', 'att.resourced', 'att.typed'],
  attributes: [
    {
      name: 'mimeType',
      type: 'teidata.word',
      many: true,
      required: true,
      gloss: 'The type of the file, such as `audio/mp3`.',
    },
  ],
  asks: ['url'],
  guidelines: '3.10 Graphics and Other Non-textual Components',
  example: '<media mimeType="audio/mp3" url="speech.mp3"/>',
};
