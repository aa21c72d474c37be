import type { ElementRow } from '../element-row.js';

export const p: ElementRow = {
  name: 'p',
  module: 'core',
  label: 'Paragraph',
  gloss: 'A paragraph of prose.',
  shape: 'textblock',
  classes: ['model.pLike'],
  content: 'macro.paraContent',
  attributeClasses: ['att.global', 'att.declaring', 'att.fragmentable', 'att.written'],
  attributes: [],
  gutter: { name: '' },
  toolbar: { group: 'structure', order: 20 },
  guidelines: '3.1 Paragraphs',
  example: '<p>I have received your letter.</p>',
};
