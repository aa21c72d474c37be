import type { ElementRow } from '../element-row.js';

export const measureGrp: ElementRow = {
  name: 'measureGrp',
  module: 'core',
  label: 'Measures',
  gloss: 'Several measures that belong together.',
  shape: 'phrase',
  classes: ['model.measureLike'],
  content: '(text | model.gLike | model.measureLike)*',
  attributeClasses: ['att.global', 'att.measurement', 'att.typed'],
  attributes: [],
  guidelines: '11.3.4 Dimensions',
  example:
    '<measureGrp type="leaf"><measure>ten inches</measure> by <measure>eight inches</measure></measureGrp>',
};
