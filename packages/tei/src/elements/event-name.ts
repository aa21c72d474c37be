import type { ElementRow } from '../element-row.js';

export const eventName: ElementRow = {
  name: 'eventName',
  module: 'namesdates',
  label: 'Event',
  gloss: 'The name of an event.',
  shape: 'phrase',
  classes: ['model.nameLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.datable', 'att.editLike', 'att.personal', 'att.typed'],
  attributes: [],
  guidelines: '14.2.4 Event Names',
  example: '<eventName when="1943">Tehran Conference</eventName>',
};
