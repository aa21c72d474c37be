import type { ElementRow } from '../element-row.js';

export const monogr: ElementRow = {
  name: 'monogr',
  module: 'core',
  label: 'Publication',
  gloss: 'The part of a bibliographic entry about what was published on its own: a book, a journal.',
  shape: 'container',
  classes: [],
  content:
    '(((author | editor | meeting | respStmt), (author | editor | meeting | respStmt)*, title+, (model.ptrLike | idno | textLang | editor | respStmt)*) | ((title | model.ptrLike | idno)+, (textLang | author | editor | meeting | respStmt)*) | (authority, idno))?, availability*, model.noteLike*, (edition, (idno | model.ptrLike | editor | sponsor | funder | respStmt)*)*, imprint, (imprint | extent | biblScope)*',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '3.12.2.1 Analytic, Monographic, and Series Levels',
  example: '<monogr><title level="j">Pravda</title><imprint><pubPlace>Moscow</pubPlace></imprint></monogr>',
};
