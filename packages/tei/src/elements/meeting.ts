import type { ElementRow } from '../element-row.js';

export const meeting: ElementRow = {
  name: 'meeting',
  module: 'core',
  label: 'Meeting',
  gloss: 'The name and date of a meeting to which a text goes back.',
  shape: 'phrase',
  classes: ['model.divWrapper', 'model.respLike'],
  content: 'macro.limitedContent',
  attributeClasses: ['att.global', 'att.canonical', 'att.datable'],
  attributes: [],
  guidelines: '3.12.2.2 Titles, Authors, and Editors',
  example: '<meeting>Conference at Yalta, February 1945</meeting>',
};
