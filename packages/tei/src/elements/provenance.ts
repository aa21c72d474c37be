import type { ElementRow } from '../element-row.js';

export const provenance: ElementRow = {
  name: 'provenance',
  module: 'msdescription',
  label: 'Provenance',
  gloss: 'One stage in the history of the source.',
  shape: 'header',
  classes: [],
  content: 'macro.specialPara',
  attributeClasses: ['att.global', 'att.datable', 'att.typed'],
  attributes: [],
  guidelines: '11.8 History',
  example: '<provenance notBefore="1945">In the family’s hands</provenance>',
};
