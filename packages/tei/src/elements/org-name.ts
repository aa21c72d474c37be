import type { ElementRow } from '../element-row.js';

export const orgName: ElementRow = {
  name: 'orgName',
  module: 'namesdates',
  label: 'Organisation',
  gloss: 'The name of an organisation.',
  shape: 'phrase',
  classes: ['model.nameLike.agent'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.datable', 'att.editLike', 'att.personal', 'att.typed'],
  attributes: [],
  asks: ['ref'],
  registers: { ref: 'organisations' },
  toolbar: { group: 'names', order: 40, sign: 'Org' },
  shortcut: 'c',
  guidelines: '14.2.2 Organizational Names',
  example: '<orgName>Red Army</orgName>',
};
