import type { ElementRow } from '../element-row.js';

export const origDate: ElementRow = {
  name: 'origDate',
  module: 'msdescription',
  label: 'Date of origin',
  gloss: 'When the source came into being.',
  shape: 'phrase',
  classes: ['model.pPart.msdesc'],
  content: '(text | model.gLike | model.phrase | model.global)*',
  attributeClasses: [
    'att.global',
    'att.calendarSystem',
    'att.datable',
    'att.dimensions',
    'att.editLike',
    'att.typed',
  ],
  attributes: [],
  gutter: { name: 'date' },
  guidelines: '11.3.1 Origination',
  example: '<origDate when="1941-08-04">4 August 1941</origDate>',
};
