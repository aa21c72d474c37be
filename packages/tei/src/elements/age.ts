import type { ElementRow } from '../element-row.js';

export const age: ElementRow = {
  name: 'age',
  module: 'namesdates',
  label: 'Age',
  gloss: 'The age of a person.',
  shape: 'header',
  classes: ['model.persStateLike'],
  content: 'macro.phraseSeq.limited',
  attributeClasses: ['att.global', 'att.datable', 'att.dimensions', 'att.editLike', 'att.typed'],
  attributes: [{ name: 'value', label: 'Value', type: 'teidata.count', gloss: 'The age in years.' }],
  guidelines: '14.3.2.1 Personal Characteristics',
  example: '<age value="60">sixty</age>',
};
