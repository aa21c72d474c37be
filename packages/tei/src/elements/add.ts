import type { ElementRow } from '../element-row.js';

export const add: ElementRow = {
  name: 'add',
  module: 'core',
  label: 'Addition',
  gloss: 'Text that the writer added.',
  shape: 'phrase',
  classes: ['model.linePart', 'model.pPart.transcriptional'],
  content: 'macro.paraContent',
  attributeClasses: ['att.global', 'att.dimensions', 'att.transcriptional', 'att.typed'],
  attributes: [],
  asks: ['place'],
  toolbar: { group: 'editorial', order: 60, sign: '\\a/' },
  shortcut: 'a',
  guidelines: '3.5.3 Additions, Deletions, and Omissions',
  example: '<add place="above">very</add>',
};
