import type { ElementRow } from '../element-row.js';

export const editor: ElementRow = {
  name: 'editor',
  module: 'core',
  label: 'Editor',
  gloss: 'Who edited a work.',
  shape: 'phrase',
  classes: ['model.respLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.datable', 'att.naming'],
  attributes: [],
  guidelines: '3.12.2.2 Titles, Authors, and Editors',
  example: '<editor>The Commission</editor>',
};
