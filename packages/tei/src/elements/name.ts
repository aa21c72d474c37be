import type { ElementRow } from '../element-row.js';

export const name: ElementRow = {
  name: 'name',
  module: 'core',
  label: 'Name',
  gloss: 'A name of any kind.',
  shape: 'phrase',
  classes: ['model.nameLike.agent', 'model.personPart'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.datable', 'att.editLike', 'att.personal', 'att.typed'],
  attributes: [],
  asks: ['ref'],
  toolbar: { group: 'names', order: 50, sign: 'Nm' },
  guidelines: '3.6.1 Referring Strings',
  example: '<name type="ship">Augusta</name>',
};
