import type { ElementRow } from '../element-row.js';

export const opener: ElementRow = {
  name: 'opener',
  module: 'textstructure',
  label: 'Opener',
  gloss: 'What stands before the text of a letter: dateline, salutation.',
  shape: 'either',
  classes: ['model.divTopPart'],
  content:
    '(text | model.gLike | model.phrase | argument | byline | dateline | epigraph | salute | signed | model.global)*',
  attributeClasses: ['att.global', 'att.written'],
  attributes: [],
  toolbar: { group: 'structure', order: 40 },
  guidelines: '4.2 Elements Common to All Divisions',
  example: '<opener><salute>Mr President,</salute></opener>',
};
