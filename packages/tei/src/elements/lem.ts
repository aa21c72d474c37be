import type { ElementRow } from '../element-row.js';

export const lem: ElementRow = {
  name: 'lem',
  module: 'textcrit',
  label: 'Lemma',
  gloss: 'The reading that stands in the text.',
  shape: 'phrase',
  classes: [],
  content:
    '(text | model.divLike | model.divPart | titlePage | argument | byline | docAuthor | docDate | docEdition | docImprint | docTitle | epigraph | imprimatur | titlePart | model.gLike | model.phrase | model.inter | model.global | model.rdgPart)*',
  attributeClasses: ['att.global', 'att.textCritical', 'att.witnessed'],
  attributes: [],
  asks: ['wit'],
  guidelines: '13.1 The Apparatus Entry, Readings, and Witnesses',
  example: '<lem wit="#A">four</lem>',
};
