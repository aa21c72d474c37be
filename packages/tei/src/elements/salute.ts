import type { ElementRow } from '../element-row.js';

export const salute: ElementRow = {
  name: 'salute',
  module: 'textstructure',
  label: 'Salutation',
  gloss: 'The greeting at the beginning or end of a letter.',
  shape: 'textblock',
  classes: ['model.divWrapper'],
  content: 'macro.paraContent',
  attributeClasses: ['att.global', 'att.written'],
  attributes: [],
  gutter: { name: 'salutation', within: { closer: 'closer' } },
  toolbar: { group: 'structure', order: 50 },
  guidelines: '4.2.2 Openers and Closers',
  example: '<salute>Mr President,</salute>',
};
