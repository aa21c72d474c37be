import type { ElementRow } from '../element-row.js';

export const repository: ElementRow = {
  name: 'repository',
  module: 'msdescription',
  label: 'Repository',
  gloss: 'The library or archive that keeps the source.',
  shape: 'header',
  classes: [],
  content: 'macro.phraseSeq.limited',
  attributeClasses: ['att.global', 'att.naming'],
  attributes: [],
  guidelines: '11.4 The Manuscript Identifier',
  example: '<repository>State Archive</repository>',
};
