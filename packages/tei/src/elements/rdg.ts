import type { ElementRow } from '../element-row.js';

export const rdg: ElementRow = {
  name: 'rdg',
  module: 'textcrit',
  label: 'Reading',
  gloss: 'The reading of one or more other witnesses.',
  shape: 'phrase',
  classes: ['model.rdgLike'],
  content:
    '(text | model.divLike | model.divPart | titlePage | argument | byline | docAuthor | docDate | docEdition | docImprint | docTitle | epigraph | imprimatur | titlePart | model.gLike | model.phrase | model.inter | model.global | model.rdgPart)*',
  attributeClasses: ['att.global', 'att.textCritical', 'att.witnessed'],
  attributes: [],
  asks: ['wit'],
  reads: 'nothing',
  guidelines: '13.1 The Apparatus Entry, Readings, and Witnesses',
  example: '<rdg wit="#B">three</rdg>',
};
