import type { ElementRow } from '../element-row.js';

export const calendar: ElementRow = {
  name: 'calendar',
  module: 'header',
  label: 'Calendar',
  gloss: 'One calendar that dates in the source follow.',
  shape: 'header',
  classes: [],
  content: 'model.pLike+',
  attributeClasses: ['att.global', 'att.pointing', 'att.typed'],
  attributes: [],
  guidelines: '2.4.5 Calendar Description',
  example: '<calendar xml:id="julian"><p>Julian calendar</p></calendar>',
};
