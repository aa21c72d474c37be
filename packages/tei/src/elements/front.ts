import type { ElementRow } from '../element-row.js';

export const front: ElementRow = {
  name: 'front',
  module: 'textstructure',
  label: 'Front matter',
  gloss: 'What stands before the main text: title page, foreword, contents.',
  shape: 'container',
  classes: [],
  content:
    '(model.frontPart | model.pLike | model.pLike.front | model.global)*, (model.divLike, (model.divLike | model.frontPart | model.global)*, (model.divBottom, (model.divBottom | model.global)*)?)?',
  attributeClasses: ['att.global', 'att.declaring'],
  attributes: [],
  guidelines: '4.6 Title Pages',
  example:
    '<front><div type="foreword"><head>Foreword</head><p>This volume holds the letters.</p></div></front>',
};
