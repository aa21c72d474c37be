import type { ElementRow } from '../element-row.js';

export const metamark: ElementRow = {
  name: 'metamark',
  module: 'transcr',
  label: 'Mark',
  gloss:
    'A sign in the source that says how the text is to be read: an insertion mark, a line, a pointing hand.',
  shape: 'phrase',
  classes: ['model.global'],
  content: 'macro.specialPara',
  attributeClasses: ['att.global', 'att.placement', 'att.spanning'],
  attributes: [
    {
      name: 'function',
      label: 'Function',
      type: 'teidata.enumerated',
      gloss: 'What the mark does.',
      values: {
        insertion: 'marks where something is inserted',
        deletion: 'marks a deletion',
        transposition: 'marks a change of order',
        reference: 'leads to another place',
        divider: 'divides parts of the text',
        flag: 'calls attention',
      },
    },
    {
      name: 'target',
      label: 'Leads to',
      type: 'teidata.pointer',
      many: true,
      gloss: 'What the mark concerns.',
    },
  ],
  guidelines: '12.3.4.2 Metamarks',
  example: '<metamark function="insertion">✓</metamark>',
};
