import type { ElementRow } from '../element-row.js';

export const birth: ElementRow = {
  name: 'birth',
  module: 'namesdates',
  label: 'Birth',
  gloss: 'When and where a person was born.',
  shape: 'header',
  classes: ['model.personPart'],
  content: 'macro.phraseSeq',
  attributeClasses: [
    'att.global',
    'att.datable',
    'att.dimensions',
    'att.editLike',
    'att.locatable',
    'att.naming',
    'att.typed',
  ],
  attributes: [
    { name: 'type', type: 'teidata.enumerated', gloss: 'The kind, in the terms of this edition.' },
  ],
  guidelines: '16.2.2 The Participant Description',
  example: '<birth when="1882-01-30">30 January 1882</birth>',
};
