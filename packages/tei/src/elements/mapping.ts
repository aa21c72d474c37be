import type { ElementRow } from '../element-row.js';

export const mapping: ElementRow = {
  name: 'mapping',
  module: 'gaiji',
  label: 'Mapping',
  gloss: 'How a character is written by others.',
  shape: 'header',
  classes: [],
  content: '(text | model.gLike)*',
  attributeClasses: ['att.global', 'att.datable', 'att.typed'],
  attributes: [],
  guidelines: '5.2 Markup Constructs for Representation of Characters and Glyphs',
  example: '<mapping type="standard">r</mapping>',
};
