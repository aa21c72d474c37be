import type { ElementRow } from '../element-row.js';

export const m: ElementRow = {
  name: 'm',
  module: 'analysis',
  label: 'Morpheme',
  gloss: 'A part of a word that has a meaning of its own.',
  shape: 'phrase',
  classes: ['model.segLike'],
  content: '(text | model.gLike | model.hiLike | seg | m | c | model.global)*',
  attributeClasses: ['att.global', 'att.notated', 'att.segLike', 'att.typed'],
  attributes: [{ name: 'baseForm', label: 'Base form', type: 'teidata.word', gloss: 'The base form.' }],
  guidelines: '18.1 Linguistic Segment Categories',
  example: '<m type="prefix">counter</m>',
};
