import type { ElementRow } from '../element-row.js';

export const calendarDesc: ElementRow = {
  name: 'calendarDesc',
  module: 'header',
  label: 'Calendars',
  gloss: 'The calendars that dates in the source follow.',
  shape: 'header',
  classes: ['model.profileDescPart'],
  content: 'calendar+',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '2.4 The Profile Description',
  example: '<calendarDesc><calendar xml:id="gregorian"><p>Gregorian calendar</p></calendar></calendarDesc>',
};
