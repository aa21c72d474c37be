import type { ElementRow } from '../element-row.js';

export const change: ElementRow = {
  name: 'change',
  module: 'header',
  label: 'Change',
  gloss: 'One change of the file.',
  shape: 'header',
  classes: [],
  content: 'macro.specialPara',
  attributeClasses: ['att.global', 'att.ascribed', 'att.datable', 'att.docStatus', 'att.typed'],
  attributes: [
    {
      name: 'target',
      label: 'Leads to',
      type: 'teidata.pointer',
      many: true,
      gloss: 'What the change concerns.',
    },
  ],
  guidelines: '2.6 The Revision Description',
  example: '<change when="2026-01-05">Numbers supplied.</change>',
};
