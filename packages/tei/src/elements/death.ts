import type { ElementRow } from '../element-row.js';

export const death: ElementRow = {
  name: 'death',
  module: 'namesdates',
  label: 'Death',
  gloss: 'When and where a person died.',
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
  example: '<death when="1945-04-12">12 April 1945</death>',
};
