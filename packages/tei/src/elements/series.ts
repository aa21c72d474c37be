import type { ElementRow } from '../element-row.js';

export const series: ElementRow = {
  name: 'series',
  module: 'core',
  label: 'Series',
  gloss: 'The series in which something was published.',
  shape: 'phrase',
  classes: ['model.biblPart'],
  content:
    '(text | model.gLike | title | model.ptrLike | editor | respStmt | biblScope | idno | textLang | model.global | availability)*',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '3.12.2.1 Analytic, Monographic, and Series Levels',
  example: '<series><title level="s">Foreign Policy Archive</title></series>',
};
