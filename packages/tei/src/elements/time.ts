import type { ElementRow } from '../element-row.js';

export const time: ElementRow = {
  name: 'time',
  module: 'core',
  label: 'Time',
  gloss: 'A time of day.',
  shape: 'phrase',
  classes: ['model.dateLike'],
  content: '(text | model.gLike | model.phrase | model.global)*',
  attributeClasses: [
    'att.global',
    'att.calendarSystem',
    'att.canonical',
    'att.datable',
    'att.dimensions',
    'att.duration',
    'att.editLike',
    'att.typed',
  ],
  attributes: [],
  asks: ['when'],
  guidelines: '3.6.4 Dates and Times',
  example: '<time when="16:30:00">half past four</time>',
};
