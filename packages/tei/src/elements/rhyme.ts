import type { ElementRow } from '../element-row.js';

export const rhyme: ElementRow = {
  name: 'rhyme',
  module: 'verse',
  label: 'Rhyme',
  gloss: 'The part of a line of verse that rhymes.',
  shape: 'phrase',
  classes: ['model.lPart'],
  content: 'macro.paraContent',
  attributeClasses: ['att.global', 'att.typed'],
  attributes: [
    { name: 'label', label: 'Letter', type: 'teidata.word', gloss: 'The place of the rhyme in the scheme.' },
  ],
  guidelines: '6.5 Rhyme',
  example: '<rhyme label="a">night</rhyme>',
};
