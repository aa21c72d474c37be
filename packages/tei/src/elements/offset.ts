import type { ElementRow } from '../element-row.js';

export const offset: ElementRow = {
  name: 'offset',
  module: 'namesdates',
  label: 'Offset',
  gloss: 'The direction and distance of one place from another.',
  shape: 'phrase',
  classes: ['model.offsetLike'],
  content: 'macro.phraseSeq',
  attributeClasses: [
    'att.global',
    'att.datable',
    'att.dimensions',
    'att.editLike',
    'att.naming',
    'att.typed',
  ],
  attributes: [],
  guidelines: '14.2.3 Place Names',
  example: '<offset>ten miles north of</offset>',
};
