import type { ElementRow } from '../element-row.js';

export const persName: ElementRow = {
  name: 'persName',
  module: 'namesdates',
  label: 'Person',
  gloss: "A person's name.",
  shape: 'phrase',
  classes: ['model.nameLike.agent', 'model.persStateLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.datable', 'att.editLike', 'att.personal', 'att.typed'],
  attributes: [],
  asks: ['ref'],
  registers: { ref: 'persons' },
  toolbar: { group: 'names', order: 10, sign: 'A' },
  shortcut: 'p',
  guidelines: '14.2.1 Personal Names',
  example: '<persName ref="#harriman">Mr Harriman</persName>',
};
