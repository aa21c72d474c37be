import type { ElementRow } from '../element-row.js';

export const bloc: ElementRow = {
  name: 'bloc',
  module: 'namesdates',
  label: 'Bloc',
  gloss: 'The name of a group of countries.',
  shape: 'phrase',
  classes: ['model.placeNamePart'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.datable', 'att.naming', 'att.typed'],
  attributes: [],
  guidelines: '14.2.3 Place Names',
  example: '<bloc>European Union</bloc>',
};
