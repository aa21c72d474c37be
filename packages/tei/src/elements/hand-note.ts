import type { ElementRow } from '../element-row.js';

export const handNote: ElementRow = {
  name: 'handNote',
  module: 'header',
  label: 'Hand',
  gloss: 'One hand in the source.',
  shape: 'header',
  classes: [],
  content: 'macro.specialPara',
  attributeClasses: ['att.global', 'att.handFeatures'],
  attributes: [],
  guidelines: '11.7.2 Writing, Decoration, and Other Notations',
  example: '<handNote xml:id="secretary" scribe="secretary" medium="pencil">The secretary</handNote>',
};
