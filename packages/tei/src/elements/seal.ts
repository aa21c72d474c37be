import type { ElementRow } from '../element-row.js';

export const seal: ElementRow = {
  name: 'seal',
  module: 'msdescription',
  label: 'Seal',
  gloss: 'One seal of the source.',
  shape: 'header',
  classes: [],
  content: '(model.pLike | decoNote)+',
  attributeClasses: ['att.global', 'att.datable', 'att.typed'],
  attributes: [
    {
      name: 'contemporary',
      label: 'As old as the text',
      type: 'teidata.xTruthValue',
      gloss: 'Whether it is as old as the contents.',
    },
  ],
  guidelines: '11.7.3.2 Seals',
  example: '<seal contemporary="true"><p>Red wax, broken</p></seal>',
};
