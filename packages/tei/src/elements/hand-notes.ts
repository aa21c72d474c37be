import type { ElementRow } from '../element-row.js';

export const handNotes: ElementRow = {
  name: 'handNotes',
  module: 'transcr',
  label: 'Hands',
  gloss: 'The hands in the source.',
  shape: 'header',
  classes: ['model.profileDescPart'],
  content: 'handNote+',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '12.3.2.1 Document Hands',
  example: '<handNotes><handNote xml:id="secretary">The secretary</handNote></handNotes>',
};
