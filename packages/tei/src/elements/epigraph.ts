import type { ElementRow } from '../element-row.js';

export const epigraph: ElementRow = {
  name: 'epigraph',
  module: 'textstructure',
  label: 'Epigraph',
  gloss: 'A quotation set before a text.',
  shape: 'container',
  classes: ['model.divWrapper', 'model.pLike.front', 'model.titlepagePart'],
  content: '(model.common | model.global)*',
  attributeClasses: ['att.global'],
  attributes: [],
  gutter: { name: 'epigraph' },
  guidelines: '4.2.3 Arguments, Epigraphs, and Postscripts',
  example: '<epigraph><p>To the reader.</p></epigraph>',
};
