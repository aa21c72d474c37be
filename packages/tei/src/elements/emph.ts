import type { ElementRow } from '../element-row.js';

export const emph: ElementRow = {
  name: 'emph',
  module: 'core',
  label: 'Emphasis',
  gloss: 'Words that the writer stresses.',
  shape: 'phrase',
  classes: ['model.emphLike'],
  content: 'macro.paraContent',
  attributeClasses: ['att.global', 'att.written'],
  attributes: [],
  guidelines: '3.3.2.2 Emphatic Words and Phrases',
  example: '<emph>at once</emph>',
};
