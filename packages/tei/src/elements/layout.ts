import type { ElementRow } from '../element-row.js';

export const layout: ElementRow = {
  name: 'layout',
  module: 'msdescription',
  label: 'Layout of a page',
  gloss: 'How the text stands on the page.',
  shape: 'header',
  classes: [],
  content: 'macro.specialPara',
  attributeClasses: ['att.global'],
  attributes: [
    { name: 'columns', type: 'teidata.count', gloss: 'How many columns a page has.' },
    { name: 'streams', type: 'teidata.count', gloss: 'How many texts run side by side.' },
    { name: 'ruledLines', type: 'teidata.count', gloss: 'How many ruled lines a column has.' },
    { name: 'writtenLines', type: 'teidata.count', gloss: 'How many written lines a column has.' },
  ],
  guidelines: '11.7.2 Writing, Decoration, and Other Notations',
  example: '<layout columns="1" writtenLines="24">Wide margins</layout>',
};
