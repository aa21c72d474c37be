import type { ElementRow } from '../element-row.js';

export const foliation: ElementRow = {
  name: 'foliation',
  module: 'msdescription',
  label: 'Foliation',
  gloss: 'How the leaves or pages are numbered.',
  shape: 'header',
  classes: [],
  content: 'macro.specialPara',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.7.1.4 Foliation',
  example: '<foliation>Numbered by the archive in pencil</foliation>',
};
