import type { ElementRow } from '../element-row.js';

export const addName: ElementRow = {
  name: 'addName',
  module: 'namesdates',
  label: 'Added name',
  gloss: 'A nickname, byname or alias.',
  shape: 'phrase',
  classes: ['model.persNamePart'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.personal', 'att.typed'],
  attributes: [],
  guidelines: '14.2.1 Personal Names',
  example: '<addName type="nickname">Uncle Joe</addName>',
};
