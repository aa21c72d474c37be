import type { ElementRow } from '../element-row.js';

export const objectName: ElementRow = {
  name: 'objectName',
  module: 'namesdates',
  label: 'Object',
  gloss: 'The name of an object, such as a ship or a work of art.',
  shape: 'phrase',
  classes: ['model.nameLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.datable', 'att.editLike', 'att.personal', 'att.typed'],
  attributes: [],
  guidelines: '14.2.5 Object Names',
  example: '<objectName type="ship">Queen Mary</objectName>',
};
