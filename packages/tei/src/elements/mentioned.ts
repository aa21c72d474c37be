import type { ElementRow } from '../element-row.js';

export const mentioned: ElementRow = {
  name: 'mentioned',
  module: 'core',
  label: 'Mentioned word',
  gloss: 'A word that is spoken of, not used.',
  shape: 'phrase',
  classes: ['model.emphLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global'],
  attributes: [],
  gutter: { name: 'word' },
  guidelines: '3.3.3 Quotation',
  example: '<mentioned>shall</mentioned>',
};
