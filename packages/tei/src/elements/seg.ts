import type { ElementRow } from '../element-row.js';

export const seg: ElementRow = {
  name: 'seg',
  module: 'linking',
  label: 'Segment',
  gloss: 'Any stretch of text that has to be pointed at or classified.',
  shape: 'phrase',
  classes: ['model.choicePart', 'model.linePart', 'model.segLike', 'model.standOffPart'],
  content: 'macro.paraContent',
  attributeClasses: ['att.global', 'att.notated', 'att.segLike', 'att.typed', 'att.written'],
  attributes: [
    {
      name: 'type',
      type: 'teidata.enumerated',
      gloss: 'The kind, in the terms of this edition.',
      values: { handed: 'how the document was handed over' },
    },
  ],
  guidelines: '17.3 Blocks, Segments, and Anchors',
  example: '<seg type="handed">Handed to the Ambassador</seg>',
};
