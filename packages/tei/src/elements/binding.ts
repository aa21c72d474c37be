import type { ElementRow } from '../element-row.js';

export const binding: ElementRow = {
  name: 'binding',
  module: 'msdescription',
  label: 'Binding',
  gloss: 'One binding of the source.',
  shape: 'header',
  classes: [],
  content: '(model.pLike | condition | decoNote)+',
  attributeClasses: ['att.global', 'att.datable'],
  attributes: [
    {
      name: 'contemporary',
      label: 'As old as the text',
      type: 'teidata.xTruthValue',
      gloss: 'Whether it is as old as the contents.',
    },
  ],
  guidelines: '11.7.3.1 Binding Descriptions',
  example: '<binding contemporary="false"><p>Half leather</p></binding>',
};
