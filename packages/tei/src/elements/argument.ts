import type { ElementRow } from '../element-row.js';

export const argument: ElementRow = {
  name: 'argument',
  module: 'textstructure',
  label: 'Argument',
  gloss: 'A summary of what a part of the text contains, set before it.',
  shape: 'container',
  classes: ['model.divWrapper', 'model.pLike.front', 'model.titlepagePart'],
  content: '(model.global | model.headLike)*, (model.common, model.global*)+',
  attributeClasses: ['att.global'],
  attributes: [],
  gutter: { name: 'argument' },
  guidelines: '4.2 Elements Common to All Divisions',
  example: '<argument><p>The meeting at sea; supplies.</p></argument>',
};
