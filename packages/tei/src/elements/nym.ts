import type { ElementRow } from '../element-row.js';

export const nym: ElementRow = {
  name: 'nym',
  module: 'namesdates',
  label: 'Name form',
  gloss: 'The canonical form of a name.',
  shape: 'header',
  classes: [],
  content: 'idno*, model.pLike*, nym*',
  attributeClasses: ['att.global', 'att.sortable', 'att.typed'],
  attributes: [
    {
      name: 'parts',
      label: 'Made of',
      type: 'teidata.pointer',
      many: true,
      gloss: 'The name forms of which this one is made.',
    },
  ],
  guidelines: '14.3.7 Names and Nyms',
  example: '<nym xml:id="anthony"><p>Anthony, Antony, Anton</p></nym>',
};
