import type { ElementRow } from '../element-row.js';

export const docEdition: ElementRow = {
  name: 'docEdition',
  module: 'textstructure',
  label: 'Edition on the title page',
  gloss: 'The edition as the title page states it.',
  shape: 'textblock',
  classes: ['model.pLike.front', 'model.titlepagePart'],
  content: 'macro.paraContent',
  attributeClasses: ['att.global'],
  attributes: [],
  gutter: { name: 'edition' },
  guidelines: '4.6 Title Pages',
  example: '<docEdition>Second edition</docEdition>',
};
