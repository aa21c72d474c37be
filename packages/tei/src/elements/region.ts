import type { ElementRow } from '../element-row.js';

export const region: ElementRow = {
  name: 'region',
  module: 'namesdates',
  label: 'Region',
  gloss: 'The name of a region, such as a province or a state of a federation.',
  shape: 'phrase',
  classes: ['model.placeNamePart'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.datable', 'att.naming', 'att.typed'],
  attributes: [],
  asks: ['ref'],
  registers: { ref: 'places' },
  guidelines: '14.2.3 Place Names',
  example: '<region>Crimea</region>',
};
