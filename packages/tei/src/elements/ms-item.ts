import type { ElementRow } from '../element-row.js';

export const msItem: ElementRow = {
  name: 'msItem',
  module: 'msdescription',
  label: 'Item of the contents',
  gloss: 'One text in the source.',
  shape: 'header',
  classes: ['model.msItemPart'],
  content: '(locus | locusGrp)*, (model.pLike+ | (model.titlepagePart | model.msItemPart | model.global)+)',
  attributeClasses: ['att.global', 'att.msClass', 'att.msExcerpt'],
  attributes: [],
  guidelines: '11.6.1 The msItem and msItemStruct Elements',
  example: '<msItem><locus>leaf 1</locus><title>Letter to the President</title></msItem>',
};
