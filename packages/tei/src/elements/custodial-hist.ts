import type { ElementRow } from '../element-row.js';

export const custodialHist: ElementRow = {
  name: 'custodialHist',
  module: 'msdescription',
  label: 'History of custody',
  gloss: 'How the source was kept.',
  shape: 'header',
  classes: [],
  content: 'model.pLike+ | custEvent+',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.9.1.2 Availability and Custodial History',
  example: '<custodialHist><custEvent>Repaired in 1990</custEvent></custodialHist>',
};
