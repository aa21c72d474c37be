import type { ElementRow } from '../element-row.js';

export const char: ElementRow = {
  name: 'char',
  module: 'gaiji',
  label: 'Character described',
  gloss: 'A character that Unicode does not have.',
  shape: 'header',
  classes: [],
  content:
    '(unicodeProp | localProp | mapping | figure | model.graphicLike | model.noteLike | model.descLike)*',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '5.2 Markup Constructs for Representation of Characters and Glyphs',
  example: '<char xml:id="long-s-t"><mapping type="standard">st</mapping></char>',
};
