import type { ElementRow } from '../element-row.js';

export const postBox: ElementRow = {
  name: 'postBox',
  module: 'core',
  label: 'Post box',
  gloss: 'The number of a post box.',
  shape: 'phrase',
  classes: ['model.addrPart'],
  content: 'text',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '3.6.2 Addresses',
  example: '<postBox>Post Office Box 7</postBox>',
};
