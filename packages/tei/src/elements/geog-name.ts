import type { ElementRow } from '../element-row.js';

export const geogName: ElementRow = {
  name: 'geogName',
  module: 'namesdates',
  label: 'Geographical name',
  gloss: 'The name of a river, mountain or other feature of the land.',
  shape: 'phrase',
  classes: ['model.placeNamePart'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.datable', 'att.editLike', 'att.naming', 'att.typed'],
  attributes: [],
  asks: ['ref'],
  registers: { ref: 'places' },
  gutter: { name: 'place' },
  guidelines: '14.2.3 Place Names',
  example: '<geogName type="river">Volga</geogName>',
};
