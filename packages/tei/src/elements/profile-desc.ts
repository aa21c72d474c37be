import type { ElementRow } from '../element-row.js';

export const profileDesc: ElementRow = {
  name: 'profileDesc',
  module: 'header',
  label: 'Profile',
  gloss: 'Correspondents, languages, persons: what the document is about.',
  shape: 'header',
  classes: ['model.teiHeaderPart'],
  content: 'model.profileDescPart*',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '2.4 The Profile Description',
  example: '<profileDesc><langUsage><language ident="en">English</language></langUsage></profileDesc>',
};
