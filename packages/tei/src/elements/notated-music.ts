import type { ElementRow } from '../element-row.js';

export const notatedMusic: ElementRow = {
  name: 'notatedMusic',
  module: 'figures',
  label: 'Music',
  gloss: 'A passage in musical notation, carried as it stands.',
  shape: 'leaf',
  classes: ['model.global'],
  content: '(model.labelLike | model.ptrLike | graphic | binaryObject | seg)*',
  attributeClasses: ['att.global', 'att.placement', 'att.typed'],
  attributes: [],
  guidelines: '15.3 Notated Music in Written Text',
  example: '<notatedMusic><graphic url="tune.png"/></notatedMusic>',
};
