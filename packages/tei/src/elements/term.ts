import type { ElementRow } from '../element-row.js';

export const term: ElementRow = {
  name: 'term',
  module: 'core',
  label: 'Term',
  gloss: 'A technical term.',
  shape: 'phrase',
  classes: ['model.emphLike'],
  content: 'macro.phraseSeq',
  attributeClasses: [
    'att.global',
    'att.cReferencing',
    'att.canonical',
    'att.declaring',
    'att.pointing',
    'att.sortable',
    'att.typed',
  ],
  attributes: [],
  guidelines: '3.4.1 Terms and Glosses',
  example: '<term>Lend-Lease</term>',
};
