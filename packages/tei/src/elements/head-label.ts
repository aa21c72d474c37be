import type { ElementRow } from '../element-row.js';

export const headLabel: ElementRow = {
  name: 'headLabel',
  module: 'core',
  label: 'Heading of labels',
  gloss: 'The heading over the labels of a list.',
  shape: 'textblock',
  classes: [],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global'],
  attributes: [],
  gutter: { name: '' },
  guidelines: '3.8 Lists',
  example: '<headLabel>Word</headLabel>',
};
