import type { ElementRow } from '../element-row.js';

export const licence: ElementRow = {
  name: 'licence',
  module: 'header',
  label: 'Licence',
  gloss: 'The licence under which the document may be used.',
  shape: 'header',
  classes: ['model.availabilityPart'],
  content: 'macro.specialPara',
  attributeClasses: ['att.global', 'att.datable', 'att.pointing'],
  attributes: [],
  guidelines: '2.2.4 Publication, Distribution, Licensing, etc.',
  example: '<licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence>',
};
