import type { ElementRow } from '../element-row.js';

export const titlePart: ElementRow = {
  name: 'titlePart',
  module: 'textstructure',
  label: 'Part of the title',
  kinds: { main: 'Title', sub: 'Subtitle', volume: 'Volume', desc: 'Description', dates: 'Dates' },
  gloss: 'One part of the title on the title page.',
  shape: 'textblock',
  classes: ['model.pLike.front', 'model.titlepagePart'],
  content: 'macro.paraContent',
  attributeClasses: ['att.global', 'att.typed'],
  attributes: [
    {
      name: 'type',
      type: 'teidata.enumerated',
      gloss: 'The kind, in the terms of this edition.',
      values: {
        main: 'the main title',
        sub: 'a subtitle',
        desc: 'a descriptive part',
        volume: 'the volume',
        dates: 'the years covered',
        alt: 'another title',
        short: 'a short title',
      },
    },
  ],
  gutter: { name: 'title' },
  guidelines: '4.6 Title Pages',
  example: '<titlePart type="sub">Volume Two</titlePart>',
};
