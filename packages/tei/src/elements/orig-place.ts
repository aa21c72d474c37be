import type { ElementRow } from '../element-row.js';

export const origPlace: ElementRow = {
  name: 'origPlace',
  module: 'msdescription',
  label: 'Place of origin',
  gloss: 'Where the source came into being.',
  shape: 'phrase',
  classes: ['model.pPart.msdesc'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.datable', 'att.editLike', 'att.naming', 'att.typed'],
  attributes: [],
  gutter: { name: 'place' },
  guidelines: '11.3.1 Origination',
  example: '<origPlace>Moscow</origPlace>',
};
