import type { AttributeClass } from '../attribute-class.js';

export const attDatableCustom: AttributeClass = {
  name: 'att.datable.custom',
  gloss: 'Dates in another calendar or system.',
  classes: [],
  attributes: [
    { name: 'when-custom', type: 'teidata.word', many: true, gloss: 'The date, in another system.' },
    {
      name: 'notBefore-custom',
      type: 'teidata.word',
      many: true,
      gloss: 'The earliest possible date, in another system.',
    },
    {
      name: 'notAfter-custom',
      type: 'teidata.word',
      many: true,
      gloss: 'The latest possible date, in another system.',
    },
    {
      name: 'from-custom',
      type: 'teidata.word',
      many: true,
      gloss: 'The first day of the period, in another system.',
    },
    {
      name: 'to-custom',
      type: 'teidata.word',
      many: true,
      gloss: 'The last day of the period, in another system.',
    },
    { name: 'datingPoint', type: 'teidata.pointer', gloss: 'The event from which the date is counted.' },
    { name: 'datingMethod', type: 'teidata.pointer', gloss: 'The calendar or system of the date.' },
  ],
};
