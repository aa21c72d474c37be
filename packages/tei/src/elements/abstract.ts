import type { ElementRow } from '../element-row.js';

export const abstract: ElementRow = {
  name: 'abstract',
  module: 'header',
  label: 'Abstract',
  gloss: 'A summary of the document.',
  shape: 'header',
  classes: ['model.profileDescPart'],
  content: '(model.pLike | model.listLike | listBibl)+',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '2.4.4 Abstracts',
  example: '<abstract><p>On the delivery of aircraft.</p></abstract>',
};
