import type { AttributeClass } from '../attribute-class.js';

export const attCalendarSystem: AttributeClass = {
  name: 'att.calendarSystem',
  gloss: 'The calendar of a date as written.',
  classes: [],
  attributes: [
    {
      name: 'calendar',
      label: 'Calendar',
      type: 'teidata.pointer',
      many: true,
      gloss: 'The calendar in which the date is written.',
    },
  ],
};
