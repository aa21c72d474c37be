import type { ElementRow } from '../element-row.js';

export const institution: ElementRow = {
  name: 'institution',
  module: 'msdescription',
  label: 'Institution',
  gloss: 'The institution to which the repository belongs.',
  shape: 'header',
  classes: [],
  content: 'macro.phraseSeq.limited',
  attributeClasses: ['att.global', 'att.naming'],
  attributes: [],
  guidelines: '11.4 The Manuscript Identifier',
  example: '<institution>University of Oxford</institution>',
};
