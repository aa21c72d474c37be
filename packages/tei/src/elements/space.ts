import type { ElementRow } from '../element-row.js';

export const space: ElementRow = {
  name: 'space',
  module: 'transcr',
  label: 'Space',
  gloss: 'The source leaves a space where text is to be expected.',
  shape: 'leaf',
  classes: ['model.global.edit'],
  content: '(model.descLike | model.certLike)*',
  attributeClasses: ['att.global', 'att.dimensions', 'att.typed'],
  attributes: [
    {
      name: 'resp',
      type: 'teidata.pointer',
      many: true,
      gloss: 'Who is responsible for identifying the space.',
    },
    {
      name: 'dim',
      label: 'Direction',
      type: 'teidata.enumerated',
      gloss: 'In which direction the space extends.',
      values: { horizontal: 'along the line', vertical: 'down the page' },
      closed: true,
    },
  ],
  asks: ['quantity', 'unit'],
  guidelines: '12.4.1 Space',
  example: '<space quantity="3" unit="chars" dim="horizontal"/>',
};
