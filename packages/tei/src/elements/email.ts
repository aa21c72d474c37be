import type { ElementRow } from '../element-row.js';

export const email: ElementRow = {
  name: 'email',
  module: 'core',
  label: 'E-mail address',
  gloss: 'An e-mail address.',
  shape: 'phrase',
  classes: ['model.addressLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global'],
  attributes: [],
  gutter: { name: 'e-mail' },
  guidelines: '3.6.2 Addresses',
  example: '<email>editors@example.org</email>',
};
