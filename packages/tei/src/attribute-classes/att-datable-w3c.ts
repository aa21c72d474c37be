import type { AttributeClass } from '../attribute-class.js';

export const attDatableW3c: AttributeClass = {
  name: 'att.datable.w3c',
  gloss: 'Dates after the W3C datatypes.',
  classes: [],
  attributes: [
    { name: 'when', label: 'Date value', type: 'teidata.temporal.w3c', gloss: 'The date in standard form.' },
    {
      name: 'notBefore',
      label: 'Not before',
      type: 'teidata.temporal.w3c',
      gloss: 'The earliest possible date.',
    },
    {
      name: 'notAfter',
      label: 'Not after',
      type: 'teidata.temporal.w3c',
      gloss: 'The latest possible date.',
    },
    { name: 'from', label: 'From', type: 'teidata.temporal.w3c', gloss: 'The first day of the period.' },
    { name: 'to', label: 'To', type: 'teidata.temporal.w3c', gloss: 'The last day of the period.' },
  ],
};
