import type { ElementRow } from '../element-row.js';

export const quote: ElementRow = {
  name: 'quote',
  module: 'core',
  label: 'Quotation',
  gloss: 'Words taken from another text.',
  shape: 'either',
  classes: ['model.biblPart', 'model.quoteLike'],
  content: 'macro.specialPara',
  attributeClasses: ['att.global', 'att.msExcerpt', 'att.notated', 'att.typed'],
  attributes: [],
  asks: ['source'],
  guidelines: '3.3.3 Quotation',
  example: '<quote><p>Peace at any price.</p></quote>',
};
