import type { ElementRow } from '../element-row.js';

export const msPart: ElementRow = {
  name: 'msPart',
  module: 'msdescription',
  label: 'Part of the source',
  gloss: 'A part of the source that was once independent.',
  shape: 'header',
  classes: [],
  content:
    'msIdentifier, model.headLike*, (model.pLike+ | (msContents | physDesc | history | additional | msPart)*)',
  attributeClasses: ['att.global', 'att.typed'],
  attributes: [],
  guidelines: '11.10 Manuscript Parts',
  example: '<msPart><msIdentifier><idno>MS 7a</idno></msIdentifier></msPart>',
};
