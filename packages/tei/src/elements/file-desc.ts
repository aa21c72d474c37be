import type { ElementRow } from '../element-row.js';

export const fileDesc: ElementRow = {
  name: 'fileDesc',
  module: 'header',
  label: 'File',
  gloss: 'The electronic file: its title, its publication, its source.',
  shape: 'header',
  classes: [],
  content: 'titleStmt, editionStmt?, extent?, publicationStmt, seriesStmt*, notesStmt?, sourceDesc+',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '2.2 The File Description',
  example:
    '<fileDesc><titleStmt><title>No. 1</title></titleStmt><publicationStmt><p>Unpublished</p></publicationStmt><sourceDesc><p>Typescript</p></sourceDesc></fileDesc>',
};
