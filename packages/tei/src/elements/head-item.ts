import type { ElementRow } from '../element-row.js';

export const headItem: ElementRow = {
  name: 'headItem',
  module: 'core',
  label: 'Heading of items',
  gloss: 'The heading over the items of a list with labels.',
  shape: 'textblock',
  classes: [],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global'],
  attributes: [],
  gutter: { name: '' },
  guidelines: '3.8 Lists',
  example: '<headItem>Meaning</headItem>',
};
