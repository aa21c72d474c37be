import type { ElementRow } from '../element-row.js';

export const surrogates: ElementRow = {
  name: 'surrogates',
  module: 'msdescription',
  label: 'Reproductions',
  gloss: 'Photographs, films and other copies of the source.',
  shape: 'header',
  classes: [],
  content: 'macro.specialPara',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.9 Additional Information',
  example: '<surrogates>Microfilm 12</surrogates>',
};
