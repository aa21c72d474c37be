import type { ElementRow } from '../element-row.js';

export const settlement: ElementRow = {
  name: 'settlement',
  module: 'namesdates',
  label: 'Settlement',
  gloss: 'The name of a town, village or city.',
  shape: 'phrase',
  classes: ['model.placeNamePart'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.datable', 'att.naming', 'att.typed'],
  attributes: [],
  asks: ['ref'],
  registers: { ref: 'places' },
  guidelines: '14.2.3 Place Names',
  example: '<settlement type="city">Moscow</settlement>',
};
