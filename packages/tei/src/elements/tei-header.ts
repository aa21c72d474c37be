import type { ElementRow } from '../element-row.js';

export const teiHeader: ElementRow = {
  name: 'teiHeader',
  module: 'header',
  label: 'Metadata',
  gloss: 'What is known about the document.',
  shape: 'header',
  classes: [],
  content: 'fileDesc, model.teiHeaderPart*, revisionDesc?',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '2.1.1 The TEI Header and Its Components',
  example:
    '<teiHeader><fileDesc><titleStmt><title>No. 1</title></titleStmt><publicationStmt><p>Unpublished</p></publicationStmt><sourceDesc><p>Typescript</p></sourceDesc></fileDesc></teiHeader>',
};
