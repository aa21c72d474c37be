import type { ElementRow } from '../element-row.js';

export const signed: ElementRow = {
  name: 'signed',
  module: 'textstructure',
  label: 'Signature',
  gloss: 'The signature, or how the letter names its signatory.',
  shape: 'textblock',
  classes: ['model.divBottomPart', 'model.divTopPart'],
  content: 'macro.paraContent',
  attributeClasses: ['att.global', 'att.written'],
  attributes: [],
  toolbar: { group: 'structure', order: 90 },
  guidelines: '4.2.2 Openers and Closers',
  example: '<signed><persName>Franklin D. Roosevelt</persName></signed>',
};
