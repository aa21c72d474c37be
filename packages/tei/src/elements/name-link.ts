import type { ElementRow } from '../element-row.js';

export const nameLink: ElementRow = {
  name: 'nameLink',
  module: 'namesdates',
  label: 'Name link',
  gloss: 'A word that links the parts of a name and is not itself a part.',
  shape: 'phrase',
  classes: ['model.persNamePart'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.typed'],
  attributes: [],
  guidelines: '14.2.1 Personal Names',
  example: '<nameLink>van der</nameLink>',
};
