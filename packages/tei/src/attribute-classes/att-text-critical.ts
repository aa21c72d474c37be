import type { AttributeClass } from '../attribute-class.js';

export const attTextCritical: AttributeClass = {
  name: 'att.textCritical',
  gloss: 'Classifies a reading of the apparatus.',
  classes: ['att.written'],
  attributes: [
    {
      name: 'type',
      label: 'Kind',
      type: 'teidata.enumerated',
      gloss: 'The kind, in the terms of this edition.',
    },
    { name: 'cause', label: 'Cause', type: 'teidata.word', gloss: 'Why it came about.' },
    {
      name: 'varSeq',
      label: 'Order of variants',
      type: 'teidata.count',
      gloss: 'The place of the reading in the order of variants.',
    },
    {
      name: 'require',
      label: 'Goes with',
      type: 'teidata.pointer',
      many: true,
      gloss: 'Readings that this one goes with.',
    },
    {
      name: 'subtype',
      label: 'Finer kind',
      type: 'teidata.enumerated',
      gloss: 'A finer kind within the type.',
    },
  ],
};
