import type { ElementRow } from '../element-row.js';

export const graphic: ElementRow = {
  name: 'graphic',
  module: 'core',
  label: 'Image',
  gloss: 'An image file.',
  shape: 'leaf',
  classes: ['model.graphicLike', 'model.titlepagePart'],
  content: 'model.descLike*',
  attributeClasses: ['att.global', 'att.declaring', 'att.media', 'att.resourced', 'att.typed'],
  attributes: [],
  asks: ['url'],
  guidelines: '3.10 Graphics and Other Non-textual Components',
  example: '<graphic url="seal.png"/>',
};
