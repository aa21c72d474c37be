import type { ElementRow } from '../element-row.js';

export const orgName: ElementRow = {
  name: 'orgName',
  module: 'namesdates',
  label: 'Organization',
  gloss: 'The name of an organization.',
  shape: 'phrase',
  classes: ['model.nameLike.agent'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.datable', 'att.editLike', 'att.personal', 'att.typed'],
  attributes: [],
  toolbar: { group: 'names', order: 40 },
  guidelines: '14.2.2 Organizational Names',
  example: '<orgName>Red Army</orgName>',
};
