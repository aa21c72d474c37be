import type { ElementRow } from '../element-row.js';

export const country: ElementRow = {
  name: 'country',
  module: 'namesdates',
  label: 'Country',
  gloss: 'The name of a country.',
  shape: 'phrase',
  classes: ['model.placeNamePart'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.datable', 'att.naming', 'att.typed'],
  attributes: [],
  asks: ['ref'],
  registers: { ref: 'places' },
  guidelines: '14.2.3 Place Names',
  example: '<country key="GB">Great Britain</country>',
};
