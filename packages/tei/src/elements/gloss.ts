import type { ElementRow } from '../element-row.js';

export const gloss: ElementRow = {
  name: 'gloss',
  module: 'core',
  label: 'Gloss',
  gloss: 'Words that explain other words.',
  shape: 'phrase',
  classes: ['model.emphLike'],
  content: 'macro.phraseSeq',
  attributeClasses: [
    'att.global',
    'att.cReferencing',
    'att.declaring',
    'att.placement',
    'att.pointing',
    'att.typed',
  ],
  attributes: [],
  guidelines: '3.4.1 Terms and Glosses',
  example: '<gloss target="#zemstvo">a district council</gloss>',
};
