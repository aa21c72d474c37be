import type { ElementRow } from '../element-row.js';

export const charDecl: ElementRow = {
  name: 'charDecl',
  module: 'gaiji',
  label: 'Characters and glyphs',
  gloss: 'The unusual characters and glyphs of the source.',
  shape: 'header',
  classes: ['model.encodingDescPart'],
  content: 'desc?, (char | glyph)+',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '5.2 Markup Constructs for Representation of Characters and Glyphs',
  example: '<charDecl><glyph xml:id="r-rotunda"><mapping type="standard">r</mapping></glyph></charDecl>',
};
