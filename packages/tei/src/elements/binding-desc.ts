import type { ElementRow } from '../element-row.js';

export const bindingDesc: ElementRow = {
  name: 'bindingDesc',
  module: 'msdescription',
  label: 'Bindings',
  gloss: 'The bindings of the source.',
  shape: 'header',
  classes: [],
  content: '(model.pLike | decoNote | condition)+ | binding+',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.7.3.1 Binding Descriptions',
  example: '<bindingDesc><p>Half leather</p></bindingDesc>',
};
