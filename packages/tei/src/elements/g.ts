import type { ElementRow } from '../element-row.js';

export const g: ElementRow = {
  name: 'g',
  module: 'gaiji',
  label: 'Glyph',
  gloss: 'An unusual character or glyph, described in the header.',
  shape: 'phrase',
  classes: ['model.gLike'],
  content: 'text',
  attributeClasses: ['att.global', 'att.typed'],
  attributes: [
    {
      name: 'ref',
      label: 'Identified as',
      type: 'teidata.pointer',
      gloss: 'The description of the character or glyph.',
    },
  ],
  guidelines: '5 Characters, Glyphs, and Writing Modes',
  example: '<g ref="#r-rotunda">r</g>',
};
