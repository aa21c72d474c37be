import type { ElementRow } from '../element-row.js';

export const langUsage: ElementRow = {
  name: 'langUsage',
  module: 'header',
  label: 'Languages',
  gloss: 'The languages of the document.',
  shape: 'header',
  classes: ['model.profileDescPart'],
  content: 'model.pLike+ | language+',
  attributeClasses: ['att.global', 'att.declarable'],
  attributes: [],
  guidelines: '2.4.2 Language Usage',
  example: '<langUsage><language ident="en">English</language></langUsage>',
};
