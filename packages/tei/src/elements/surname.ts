import type { ElementRow } from '../element-row.js';

export const surname: ElementRow = {
  name: 'surname',
  module: 'namesdates',
  label: 'Surname',
  gloss: 'A family name.',
  shape: 'phrase',
  classes: ['model.persNamePart'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.personal', 'att.typed'],
  attributes: [],
  guidelines: '14.2.1 Personal Names',
  example: '<surname>Churchill</surname>',
};
