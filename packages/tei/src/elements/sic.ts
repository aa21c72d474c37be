import type { ElementRow } from '../element-row.js';

export const sic: ElementRow = {
  name: 'sic',
  module: 'core',
  label: 'Sic',
  gloss: 'Text kept as it stands although it appears to be wrong.',
  shape: 'phrase',
  classes: ['model.choicePart', 'model.pPart.transcriptional'],
  content: 'macro.paraContent',
  attributeClasses: ['att.global'],
  attributes: [],
  reads: 'copy',
  emendation: 'correction',
  guidelines: '3.5.1 Apparent Errors',
  example: '<sic>recieved</sic>',
};
