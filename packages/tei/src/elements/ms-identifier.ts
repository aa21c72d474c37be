import type { ElementRow } from '../element-row.js';

export const msIdentifier: ElementRow = {
  name: 'msIdentifier',
  module: 'msdescription',
  label: 'Identification of the source',
  gloss: 'Where the source is kept, and its shelfmark.',
  shape: 'header',
  classes: ['model.biblPart'],
  content:
    'placeName?, bloc?, country?, region?, settlement?, district?, geogName?, institution?, repository?, collection*, idno*, (msName | objectName | altIdentifier)*',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.4 The Manuscript Identifier',
  example:
    '<msIdentifier><settlement>Moscow</settlement><repository>State Archive</repository><idno>558/11</idno></msIdentifier>',
};
