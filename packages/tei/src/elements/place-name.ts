import type { ElementRow } from '../element-row.js';

export const placeName: ElementRow = {
  name: 'placeName',
  module: 'namesdates',
  label: 'Place',
  gloss: 'The name of a place.',
  shape: 'phrase',
  classes: ['model.placeNamePart', 'model.settingPart'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.datable', 'att.editLike', 'att.personal', 'att.typed'],
  attributes: [],
  asks: ['ref'],
  registers: { ref: 'places' },
  toolbar: { group: 'names', order: 20, sign: 'M' },
  shortcut: 'l',
  guidelines: '14.2.3 Place Names',
  example: '<placeName>Moscow</placeName>',
};
