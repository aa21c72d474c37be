import type { ElementRow } from '../element-row.js';

export const choice: ElementRow = {
  name: 'choice',
  module: 'core',
  label: 'Emendation',
  gloss: 'Two encodings of one place, such as what the copy has and what it should have.',
  shape: 'inline',
  classes: ['model.linePart', 'model.pPart.editorial'],
  content: '(model.choicePart | choice), (model.choicePart | choice), (model.choicePart | choice)*',
  attributeClasses: ['att.global'],
  attributes: [],
  emendation: 'correction',
  toolbar: { group: 'editorial', order: 40, sign: 'sic' },
  shortcut: 'e',
  guidelines: '3.5 Simple Editorial Changes',
  example: '<choice><sic>recieved</sic><corr>received</corr></choice>',
};
