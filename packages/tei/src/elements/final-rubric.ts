import type { ElementRow } from '../element-row.js';

export const finalRubric: ElementRow = {
  name: 'finalRubric',
  module: 'msdescription',
  label: 'Final rubric',
  gloss: 'The words that close a text and name it.',
  shape: 'header',
  classes: ['model.msQuoteLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.msExcerpt', 'att.typed'],
  attributes: [],
  guidelines: '11.6.1 The msItem and msItemStruct Elements',
  example: '<finalRubric>Here ends the diary</finalRubric>',
};
