import type { ElementRow } from '../element-row.js';

export const msName: ElementRow = {
  name: 'msName',
  module: 'msdescription',
  label: 'Name of the source',
  gloss: 'A name by which the source is known.',
  shape: 'header',
  classes: [],
  content: '(text | model.gLike | rs | name)*',
  attributeClasses: ['att.global', 'att.typed'],
  attributes: [],
  guidelines: '11.4 The Manuscript Identifier',
  example: '<msName>The Tehran notebook</msName>',
};
