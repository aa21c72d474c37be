import type { ElementRow } from '../element-row.js';

export const joinGrp: ElementRow = {
  name: 'joinGrp',
  module: 'linking',
  label: 'Joins',
  gloss: 'Joins of one kind.',
  shape: 'header',
  classes: ['model.global.meta'],
  content: '(gloss | model.descLike)*, (join | ptr)+',
  attributeClasses: ['att.global', 'att.pointing', 'att.typed'],
  attributes: [
    {
      name: 'result',
      label: 'Made of them',
      type: 'teidata.name',
      gloss: 'The element that the parts make.',
    },
  ],
  guidelines: '17.7 Aggregation',
  example: '<joinGrp result="q"><join target="#part-1 #part-2"/></joinGrp>',
};
