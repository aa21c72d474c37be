import type { ElementRow } from '../element-row.js';

export const citedRange: ElementRow = {
  name: 'citedRange',
  module: 'core',
  label: 'Cited range',
  gloss: 'The pages or other part that are cited.',
  shape: 'phrase',
  classes: ['model.biblPart'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.citing', 'att.pointing'],
  attributes: [],
  guidelines: '3.12.2.5 Scopes and Ranges in Bibliographic Citations',
  example: '<citedRange unit="page" from="3" to="5">pages 3–5</citedRange>',
};
