import type { ElementRow } from '../element-row.js';

export const lg: ElementRow = {
  name: 'lg',
  module: 'core',
  label: 'Verse',
  gloss: 'Lines of verse that belong together.',
  shape: 'container',
  classes: ['model.divPart', 'model.paraPart'],
  content:
    '(model.divTop | model.global)*, (model.lLike | model.labelLike | model.pPart.transcriptional | lg), (model.lLike | model.labelLike | model.pPart.transcriptional | model.global | lg)*, (model.divBottom, model.global*)*',
  attributeClasses: ['att.global', 'att.declaring', 'att.divLike', 'att.typed'],
  attributes: [],
  gutter: { name: 'verse' },
  guidelines: '3.13.1 Core Tags for Verse',
  example: "<lg><l>Shall I compare thee to a summer's day?</l></lg>",
};
