import type { ElementRow } from '../element-row.js';

export const decoNote: ElementRow = {
  name: 'decoNote',
  module: 'msdescription',
  label: 'Note on decoration',
  gloss: 'One piece of decoration.',
  shape: 'header',
  classes: ['model.biblPart', 'model.msItemPart'],
  content: 'macro.specialPara',
  attributeClasses: ['att.global', 'att.typed'],
  attributes: [],
  guidelines: '11.7.3 Bindings, Seals, and Additional Material',
  example: '<decoNote type="drawing">A ship in ink</decoNote>',
};
