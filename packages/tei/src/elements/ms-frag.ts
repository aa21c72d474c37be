import type { ElementRow } from '../element-row.js';

export const msFrag: ElementRow = {
  name: 'msFrag',
  module: 'msdescription',
  label: 'Fragment',
  gloss: 'A fragment that once belonged to the source.',
  shape: 'header',
  classes: [],
  content:
    '(altIdentifier | msIdentifier), model.headLike*, (model.pLike+ | (msContents | physDesc | history | additional)*)',
  attributeClasses: ['att.global', 'att.typed'],
  attributes: [],
  guidelines: '11.11 Manuscript Fragments',
  example: '<msFrag><msIdentifier><idno>MS 8</idno></msIdentifier></msFrag>',
};
