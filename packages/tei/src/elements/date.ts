import type { ElementRow } from '../element-row.js';

export const date: ElementRow = {
  name: 'date',
  module: 'core',
  label: 'Date',
  gloss: 'A date, in words or figures.',
  shape: 'phrase',
  classes: ['model.dateLike', 'model.publicationStmtPart.detail'],
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
  attributes: [
    {
      name: 'type',
      type: 'teidata.enumerated',
      gloss: 'What day it is in the life of the document.',
      values: {
        sent: 'the day of sending',
        received: 'the day of receipt',
        handed: 'the day of handing over',
        transmitted: 'a day on its way',
        signed: 'the day of signing',
      },
    },
  ],
  asks: ['when'],
  toolbar: { group: 'names', order: 30, sign: '19' },
  shortcut: 't',
  guidelines: '3.6.4 Dates and Times',
  example: '<date when="1941-08-04">August 4, 1941</date>',
};
