import type { ElementRow } from '../element-row.js';

export const zone: ElementRow = {
  name: 'zone',
  module: 'transcr',
  label: 'Zone',
  gloss: 'A part of a surface.',
  shape: 'either',
  classes: ['model.linePart', 'model.standOffPart'],
  content: '(text | model.gLike | model.graphicLike | model.global | surface | model.linePart)*',
  attributeClasses: ['att.global', 'att.coordinated', 'att.typed', 'att.written'],
  attributes: [
    {
      name: 'rotate',
      label: 'Turned by',
      type: 'teidata.numeric',
      gloss: 'By how many degrees the zone is turned to the right.',
    },
  ],
  guidelines: '12.1 Digital Facsimiles',
  example: '<zone ulx="10" uly="10" lrx="90" lry="40"><line>Dear Mr President</line></zone>',
};
