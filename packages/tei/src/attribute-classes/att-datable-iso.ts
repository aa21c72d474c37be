import type { AttributeClass } from '../attribute-class.js';

export const attDatableIso: AttributeClass = {
  name: 'att.datable.iso',
  gloss: 'Dates after ISO 8601.',
  classes: [],
  attributes: [
    { name: 'when-iso', type: 'teidata.temporal.iso', gloss: 'The date, after ISO 8601.' },
    {
      name: 'notBefore-iso',
      type: 'teidata.temporal.iso',
      gloss: 'The earliest possible date, after ISO 8601.',
    },
    {
      name: 'notAfter-iso',
      type: 'teidata.temporal.iso',
      gloss: 'The latest possible date, after ISO 8601.',
    },
    { name: 'from-iso', type: 'teidata.temporal.iso', gloss: 'The first day of the period, after ISO 8601.' },
    { name: 'to-iso', type: 'teidata.temporal.iso', gloss: 'The last day of the period, after ISO 8601.' },
  ],
};
