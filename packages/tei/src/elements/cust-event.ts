import type { ElementRow } from '../element-row.js';

export const custEvent: ElementRow = {
  name: 'custEvent',
  module: 'msdescription',
  label: 'Event in custody',
  gloss: 'One event in the keeping of the source.',
  shape: 'header',
  classes: [],
  content: 'macro.specialPara',
  attributeClasses: ['att.global', 'att.datable', 'att.typed'],
  attributes: [],
  guidelines: '11.9.1.2 Availability and Custodial History',
  example: '<custEvent type="conservation">Repaired in 1990</custEvent>',
};
