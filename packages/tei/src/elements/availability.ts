import type { ElementRow } from '../element-row.js';

export const availability: ElementRow = {
  name: 'availability',
  module: 'header',
  label: 'Availability',
  gloss: 'On what terms the document may be used.',
  shape: 'header',
  classes: ['model.biblPart', 'model.publicationStmtPart.detail'],
  content: '(model.availabilityPart | model.pLike)+',
  attributeClasses: ['att.global', 'att.declarable'],
  attributes: [
    {
      name: 'status',
      label: 'Status',
      type: 'teidata.enumerated',
      gloss: 'Whether the text may be used freely.',
      values: { free: 'free to use', unknown: 'not known', restricted: 'not free to use' },
      closed: true,
    },
  ],
  guidelines: '2.2.4 Publication, Distribution, Licensing, etc.',
  example:
    '<availability status="free"><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence></availability>',
};
