import type { ElementRow } from '../element-row.js';

export const analytic: ElementRow = {
  name: 'analytic',
  module: 'core',
  label: 'Part of a publication',
  gloss: 'The part of a bibliographic entry about an article or chapter.',
  shape: 'container',
  classes: [],
  content: '(author | editor | respStmt | title | model.ptrLike | date | textLang | idno | availability)*',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '3.12.2.1 Analytic, Monographic, and Series Levels',
  example: '<analytic><author>Ada Byron</author><title level="a">Notes on the engine</title></analytic>',
};
