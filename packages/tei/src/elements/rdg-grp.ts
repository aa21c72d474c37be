import type { ElementRow } from '../element-row.js';

export const rdgGrp: ElementRow = {
  name: 'rdgGrp',
  module: 'textcrit',
  label: 'Group of readings',
  gloss: 'Readings of one place that belong together.',
  shape: 'phrase',
  classes: [],
  content: 'lem?, (model.rdgLike | model.noteLike | witDetail | wit | rdgGrp)*',
  attributeClasses: ['att.global', 'att.textCritical'],
  attributes: [],
  gutter: { name: 'readings' },
  guidelines: '13.1 The Apparatus Entry, Readings, and Witnesses',
  example: '<rdgGrp type="orthographic"><rdg wit="#draft">colour</rdg><rdg wit="#copy">color</rdg></rdgGrp>',
};
