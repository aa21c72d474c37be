import type { AttributeClass } from '../attribute-class.js';

export const attDatableCustom: AttributeClass = {
  name: 'att.datable.custom',
  gloss: 'Dates in another calendar or system.',
  classes: [],
  attributes: [
    {
      name: 'when-custom',
      label: 'Date value (other)',
      type: 'teidata.word',
      many: true,
      gloss: 'The date, in another system.',
    },
    {
      name: 'notBefore-custom',
      label: 'Not before (other)',
      type: 'teidata.word',
      many: true,
      gloss: 'The earliest possible date, in another system.',
    },
    {
      name: 'notAfter-custom',
      label: 'Not after (other)',
      type: 'teidata.word',
      many: true,
      gloss: 'The latest possible date, in another system.',
    },
    {
      name: 'from-custom',
      label: 'From (other)',
      type: 'teidata.word',
      many: true,
      gloss: 'The first day of the period, in another system.',
    },
    {
      name: 'to-custom',
      label: 'To (other)',
      type: 'teidata.word',
      many: true,
      gloss: 'The last day of the period, in another system.',
    },
    {
      name: 'datingPoint',
      label: 'Counted from',
      type: 'teidata.pointer',
      gloss: 'The event from which the date is counted.',
    },
    {
      name: 'datingMethod',
      label: 'Calendar used',
      type: 'teidata.pointer',
      gloss: 'The calendar or system of the date.',
    },
  ],
};
