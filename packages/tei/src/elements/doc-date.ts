import type { ElementRow } from '../element-row.js';

export const docDate: ElementRow = {
  name: 'docDate',
  module: 'textstructure',
  label: 'Date of the document',
  gloss: 'The date of the document as its title page gives it.',
  shape: 'phrase',
  classes: ['model.divWrapper', 'model.pLike.front', 'model.titlepagePart'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.calendarSystem', 'att.datable'],
  attributes: [],
  gutter: { name: 'date' },
  guidelines: '4.6 Title Pages',
  example: '<docDate when="1957">1957</docDate>',
};
