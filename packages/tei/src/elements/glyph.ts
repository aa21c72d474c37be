import type { ElementRow } from '../element-row.js';

export const glyph: ElementRow = {
  name: 'glyph',
  module: 'gaiji',
  label: 'Glyph described',
  gloss: 'An unusual form of a character.',
  shape: 'header',
  classes: [],
  content:
    '(unicodeProp | localProp | mapping | figure | model.graphicLike | model.noteLike | model.descLike)*',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '5.2 Markup Constructs for Representation of Characters and Glyphs',
  example: '<glyph xml:id="r-rotunda"><mapping type="standard">r</mapping></glyph>',
};
