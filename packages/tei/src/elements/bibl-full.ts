import type { ElementRow } from '../element-row.js';

export const biblFull: ElementRow = {
  name: 'biblFull',
  module: 'header',
  label: 'Full bibliographic entry',
  gloss: 'A publication, described as a TEI header describes a file.',
  shape: 'header',
  classes: ['model.biblLike'],
  content:
    '(titleStmt, editionStmt?, extent?, publicationStmt, seriesStmt*, notesStmt?, sourceDesc*) | (fileDesc, profileDesc)',
  attributeClasses: ['att.global', 'att.canonical', 'att.declarable', 'att.docStatus', 'att.sortable'],
  attributes: [],
  guidelines: '3.12.1 Methods of Encoding Bibliographic References and Lists of References',
  example:
    '<biblFull><titleStmt><title>Letters</title></titleStmt><publicationStmt><publisher>Gospolitizdat</publisher></publicationStmt></biblFull>',
};
