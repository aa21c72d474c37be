import type { ElementRow } from '../element-row.js';

export const substJoin: ElementRow = {
  name: 'substJoin',
  module: 'transcr',
  label: 'Joined substitution',
  gloss: 'Deletions and additions that are one substitution although they stand apart.',
  shape: 'leaf',
  classes: ['model.global.meta'],
  content: '(model.descLike | model.certLike)*',
  attributeClasses: ['att.global', 'att.dimensions', 'att.pointing', 'att.transcriptional'],
  attributes: [],
  guidelines: '12.3.1.5 Substitutions',
  example: '<substJoin target="#deletion-1 #addition-1"/>',
};
