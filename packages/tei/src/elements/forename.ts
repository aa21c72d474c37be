import type { ElementRow } from '../element-row.js';

export const forename: ElementRow = {
  name: 'forename',
  module: 'namesdates',
  label: 'Forename',
  gloss: 'A forename.',
  shape: 'phrase',
  classes: ['model.persNamePart'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.personal', 'att.typed'],
  attributes: [],
  guidelines: '14.2.1 Personal Names',
  example: '<forename>Winston</forename>',
};
