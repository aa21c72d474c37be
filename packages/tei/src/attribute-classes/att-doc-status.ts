import type { AttributeClass } from '../attribute-class.js';

export const attDocStatus: AttributeClass = {
  name: 'att.docStatus',
  gloss: 'How far a document has come.',
  classes: [],
  attributes: [
    { name: 'status', label: 'Status', type: 'teidata.word', gloss: 'How far the document has come.' },
  ],
};
