import type { ElementRow } from '../element-row.js';

export const abbr: ElementRow = {
  name: 'abbr',
  module: 'core',
  label: 'Abbreviation',
  gloss: 'An abbreviation as written.',
  shape: 'phrase',
  classes: ['model.choicePart', 'model.pPart.editorial'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.typed'],
  attributes: [
    { name: 'type', type: 'teidata.enumerated', gloss: 'The kind, in the terms of this edition.' },
  ],
  reads: 'copy',
  emendation: 'expansion',
  guidelines: '3.6.5 Abbreviations and Their Expansions',
  example: '<abbr>Gen.</abbr>',
};
