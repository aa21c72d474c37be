import type { ElementRow } from '../element-row.js';

export const cit: ElementRow = {
  name: 'cit',
  module: 'core',
  label: 'Quotation with its source',
  gloss: 'A quotation together with the reference to where it is from.',
  shape: 'container',
  classes: ['model.quoteLike'],
  content:
    '(model.biblLike | model.global | model.graphicLike | model.ptrLike | model.attributable | pc | q)+',
  attributeClasses: ['att.global', 'att.typed'],
  attributes: [],
  guidelines: '3.3.3 Quotation',
  example: '<cit><quote>All hope abandon</quote><bibl>Dante, Inferno</bibl></cit>',
};
