import type { ElementRow } from '../element-row.js';

export const district: ElementRow = {
  name: 'district',
  module: 'namesdates',
  label: 'District',
  gloss: 'The name of a part of a town or other district.',
  shape: 'phrase',
  classes: ['model.placeNamePart'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.datable', 'att.naming', 'att.typed'],
  attributes: [],
  asks: ['ref'],
  registers: { ref: 'places' },
  guidelines: '14.2.3 Place Names',
  example: '<district>Bloomsbury</district>',
};
