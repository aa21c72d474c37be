import type { ElementRow } from '../element-row.js';

export const genName: ElementRow = {
  name: 'genName',
  module: 'namesdates',
  label: 'Generation',
  gloss: 'The part of a name that tells generations apart.',
  shape: 'phrase',
  classes: ['model.persNamePart'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.personal', 'att.typed'],
  attributes: [],
  guidelines: '14.2.1 Personal Names',
  example: '<genName>Junior</genName>',
};
