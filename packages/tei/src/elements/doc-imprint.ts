import type { ElementRow } from '../element-row.js';

export const docImprint: ElementRow = {
  name: 'docImprint',
  module: 'textstructure',
  label: 'Imprint',
  gloss: 'Place, publisher and date as the title page gives them.',
  shape: 'textblock',
  classes: ['model.pLike.front', 'model.titlepagePart'],
  content: '(text | model.gLike | model.phrase | pubPlace | docDate | publisher | model.global)*',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '4.6 Title Pages',
  example: '<docImprint><pubPlace>Moscow</pubPlace>, <docDate when="1957">1957</docDate></docImprint>',
};
