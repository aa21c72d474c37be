import type { AttributeClass } from '../attribute-class.js';

export const attDatableIso: AttributeClass = {
  name: 'att.datable.iso',
  gloss: 'Dates after ISO 8601.',
  classes: [],
  attributes: [
    {
      name: 'when-iso',
      label: 'Date value (ISO)',
      type: 'teidata.temporal.iso',
      gloss: 'The date, after ISO 8601.',
    },
    {
      name: 'notBefore-iso',
      label: 'Not before (ISO)',
      type: 'teidata.temporal.iso',
      gloss: 'The earliest possible date, after ISO 8601.',
    },
    {
      name: 'notAfter-iso',
      label: 'Not after (ISO)',
      type: 'teidata.temporal.iso',
      gloss: 'The latest possible date, after ISO 8601.',
    },
    {
      name: 'from-iso',
      label: 'From (ISO)',
      type: 'teidata.temporal.iso',
      gloss: 'The first day of the period, after ISO 8601.',
    },
    {
      name: 'to-iso',
      label: 'To (ISO)',
      type: 'teidata.temporal.iso',
      gloss: 'The last day of the period, after ISO 8601.',
    },
  ],
};
