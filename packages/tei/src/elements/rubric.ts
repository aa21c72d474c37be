import type { ElementRow } from '../element-row.js';

export const rubric: ElementRow = {
  name: 'rubric',
  module: 'msdescription',
  label: 'Rubric',
  gloss: 'The words that head a text.',
  shape: 'header',
  classes: ['model.msQuoteLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.msExcerpt', 'att.typed'],
  attributes: [],
  guidelines: '11.6.1 The msItem and msItemStruct Elements',
  example: '<rubric>Here begins the diary</rubric>',
};
