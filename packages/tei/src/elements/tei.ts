import type { ElementRow } from '../element-row.js';

export const TEI: ElementRow = {
  name: 'TEI',
  module: 'textstructure',
  label: 'Document',
  gloss: 'One document with its metadata.',
  shape: 'container',
  classes: [],
  content: 'teiHeader, model.resource+',
  attributeClasses: ['att.global', 'att.typed'],
  attributes: [
    {
      name: 'version',
      label: 'Version',
      type: 'teidata.version',
      gloss: 'The TEI version against which the document is valid.',
    },
  ],
  guidelines: '4 Default Text Structure',
  example:
    '<TEI xml:id="no-1"><teiHeader><fileDesc><titleStmt><title>No. 1</title></titleStmt><publicationStmt><p>Unpublished</p></publicationStmt><sourceDesc><p>Typescript</p></sourceDesc></fileDesc></teiHeader><text><body><p>Dear Sir,</p></body></text></TEI>',
};
