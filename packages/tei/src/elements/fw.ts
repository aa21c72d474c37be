import type { ElementRow } from '../element-row.js';

export const fw: ElementRow = {
  name: 'fw',
  module: 'transcr',
  label: 'Forme work',
  gloss: 'A running head, page number or catchword as the source has it.',
  shape: 'phrase',
  classes: ['model.milestoneLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.placement', 'att.typed', 'att.written'],
  attributes: [
    {
      name: 'type',
      type: 'teidata.enumerated',
      gloss: 'The kind, in the terms of this edition.',
      values: {
        header: 'a running head',
        footer: 'a line at the foot',
        pageNum: 'a page number',
        lineNum: 'a line number',
        sig: 'a signature of the gathering',
        catch: 'a catchword',
        catchword: 'a catchword',
      },
    },
  ],
  asks: ['place'],
  reads: 'nothing',
  guidelines: '12.6 Headers, Footers, and Similar Matter',
  example: '<fw type="catchword" place="bottom">and further</fw>',
};
