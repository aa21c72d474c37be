import type { ElementRow } from '../element-row.js';

export const trailer: ElementRow = {
  name: 'trailer',
  module: 'textstructure',
  label: 'Trailer',
  gloss: 'A closing line at the end of a text or of a part of it.',
  shape: 'textblock',
  classes: ['model.divBottomPart'],
  content: '(text | lg | model.gLike | model.phrase | model.inter | model.lLike | model.global)*',
  attributeClasses: ['att.global', 'att.placement', 'att.typed', 'att.written'],
  attributes: [],
  guidelines: '4.2.4 Content of Textual Divisions',
  example: '<trailer>End of the first volume</trailer>',
};
