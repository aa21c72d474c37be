import type { ElementRow } from '../element-row.js';

export const revisionDesc: ElementRow = {
  name: 'revisionDesc',
  module: 'header',
  label: 'Revisions',
  gloss: 'What was changed in the file, when and by whom.',
  shape: 'header',
  classes: [],
  content: 'list+ | listChange+ | change+',
  attributeClasses: ['att.global', 'att.docStatus'],
  attributes: [],
  guidelines: '2.6 The Revision Description',
  example: '<revisionDesc><change when="2026-01-05">Numbers supplied.</change></revisionDesc>',
};
