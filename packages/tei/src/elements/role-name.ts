import type { ElementRow } from '../element-row.js';

export const roleName: ElementRow = {
  name: 'roleName',
  module: 'namesdates',
  label: 'Role',
  gloss: 'The part of a name that tells rank, office or nobility.',
  shape: 'phrase',
  classes: ['model.persNamePart'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.personal', 'att.typed'],
  attributes: [],
  guidelines: '14.2.1 Personal Names',
  example: '<roleName type="office">Prime Minister</roleName>',
};
