import type { ElementRow } from '../element-row.js';

export const surface: ElementRow = {
  name: 'surface',
  module: 'transcr',
  label: 'Surface',
  gloss: 'One side of a sheet.',
  shape: 'container',
  classes: [],
  content:
    '(model.global | model.labelLike | model.graphicLike)*, ((zone | line | surface | surfaceGrp), model.global*)*',
  attributeClasses: ['att.global', 'att.coordinated', 'att.declaring', 'att.typed'],
  attributes: [
    {
      name: 'attachment',
      label: 'Fastened by',
      type: 'teidata.enumerated',
      gloss: 'How a slip is fastened.',
      values: { glued: 'glued', pinned: 'pinned', sewn: 'sewn' },
    },
    {
      name: 'flipping',
      label: 'Turns over',
      type: 'teidata.truthValue',
      gloss: 'Whether a slip can be turned over.',
    },
  ],
  guidelines: '12.1 Digital Facsimiles',
  example: '<surface n="1r"><graphic url="page-1.jpg"/></surface>',
};
