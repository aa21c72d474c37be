import type { ElementRow } from '../element-row.js';

export const sourceDoc: ElementRow = {
  name: 'sourceDoc',
  module: 'transcr',
  label: 'Document transcribed',
  gloss: 'A transcription that follows the sheets and lines of the source.',
  shape: 'container',
  classes: ['model.resource'],
  content: '(model.global | model.graphicLike | surface | surfaceGrp)+',
  attributeClasses: ['att.global', 'att.declaring'],
  attributes: [],
  guidelines: '12.1 Digital Facsimiles',
  example: '<sourceDoc><surface><zone><line>Dear Mr President</line></zone></surface></sourceDoc>',
};
