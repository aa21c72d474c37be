import type { ElementRow } from '../element-row.js';

export const del: ElementRow = {
  name: 'del',
  module: 'core',
  label: 'Deletion',
  gloss: 'Text that the writer deleted.',
  shape: 'phrase',
  classes: ['model.linePart', 'model.pPart.transcriptional'],
  content: 'macro.paraContent',
  attributeClasses: ['att.global', 'att.dimensions', 'att.transcriptional', 'att.typed'],
  attributes: [],
  asks: ['rend'],
  reads: 'nothing',
  copyReads: 'words',
  toolbar: { group: 'editorial', order: 50, sign: 'ab' },
  shortcut: 'd',
  guidelines: '3.5.3 Additions, Deletions, and Omissions',
  example: '<del rend="struck">very</del>',
};
