import type { ElementRow } from '../element-row.js';

export const subst: ElementRow = {
  name: 'subst',
  module: 'transcr',
  label: 'Substitution',
  gloss: 'A deletion and the addition that takes its place.',
  shape: 'phrase',
  classes: ['model.pPart.editorial'],
  content: '(add | surplus | del | model.milestoneLike)+',
  attributeClasses: ['att.global', 'att.dimensions', 'att.transcriptional'],
  attributes: [],
  guidelines: '12.3.1.5 Substitutions',
  example: '<subst><del>three</del><add>four</add></subst>',
};
