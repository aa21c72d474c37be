import type { ElementRow } from '../element-row.js';

export const ab: ElementRow = {
  name: 'ab',
  module: 'linking',
  label: 'Block',
  gloss: 'A block of text of which it is not said that it is a paragraph.',
  shape: 'textblock',
  classes: ['model.pLike'],
  content: 'macro.abContent',
  attributeClasses: ['att.global', 'att.declaring', 'att.fragmentable', 'att.typed', 'att.written'],
  attributes: [],
  guidelines: '17.3 Blocks, Segments, and Anchors',
  example: '<ab>Received. <date when="1941-08-04">August 4</date></ab>',
};
