import type { ElementRow } from '../element-row.js';

export const listApp: ElementRow = {
  name: 'listApp',
  module: 'textcrit',
  label: 'List of variants',
  gloss: 'The variants of a text, listed apart from it.',
  shape: 'container',
  classes: ['model.listLike'],
  content: 'model.headLike*, desc*, (app | listApp)+',
  attributeClasses: ['att.global', 'att.declarable', 'att.sortable', 'att.typed'],
  attributes: [],
  guidelines: '13.2 Linking the Apparatus to the Text',
  example: '<listApp><app from="#four"><lem>four</lem><rdg wit="#draft">three</rdg></app></listApp>',
};
