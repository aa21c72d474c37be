import type { ElementRow } from '../element-row.js';

export const resp: ElementRow = {
  name: 'resp',
  module: 'core',
  label: 'Kind of responsibility',
  gloss: 'What somebody did for the edition.',
  shape: 'phrase',
  classes: [],
  content: 'macro.phraseSeq.limited',
  attributeClasses: ['att.global', 'att.canonical', 'att.datable'],
  attributes: [],
  gutter: { name: 'task' },
  guidelines: '3.12.2.2 Titles, Authors, and Editors',
  example: '<resp>encoded by</resp>',
};
