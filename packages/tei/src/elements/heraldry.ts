import type { ElementRow } from '../element-row.js';

export const heraldry: ElementRow = {
  name: 'heraldry',
  module: 'msdescription',
  label: 'Heraldry',
  gloss: 'A coat of arms or similar device, described.',
  shape: 'phrase',
  classes: ['model.pPart.msdesc'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.3.8 Heraldry',
  example: '<heraldry>a lion rampant</heraldry>',
};
