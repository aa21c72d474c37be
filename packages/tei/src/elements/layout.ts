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
    { name: 'columns', label: 'Columns', type: 'teidata.count', gloss: 'How many columns a page has.' },
    { name: 'streams', label: 'Streams', type: 'teidata.count', gloss: 'How many texts run side by side.' },
    {
      name: 'ruledLines',
      label: 'Ruled lines',
      type: 'teidata.count',
      gloss: 'How many ruled lines a column has.',
    },
    {
      name: 'writtenLines',
      label: 'Written lines',
      type: 'teidata.count',
      gloss: 'How many written lines a column has.',
    },
  ],
  guidelines: '11.7.2 Writing, Decoration, and Other Notations',
  example: '<layout columns="1" writtenLines="24">Wide margins</layout>',
};
