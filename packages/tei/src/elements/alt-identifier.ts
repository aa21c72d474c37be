import type { ElementRow } from '../element-row.js';

export const altIdentifier: ElementRow = {
  name: 'altIdentifier',
  module: 'msdescription',
  label: 'Other identifier',
  gloss: 'Another shelfmark of the source, such as an earlier one.',
  shape: 'header',
  classes: [],
  content:
    'placeName?, bloc?, country?, region?, settlement?, district?, geogName?, institution?, repository?, collection?, idno, note?',
  attributeClasses: ['att.global', 'att.datable', 'att.typed'],
  attributes: [],
  guidelines: '11.4 The Manuscript Identifier',
  example: '<altIdentifier type="former"><idno>MS 7</idno></altIdentifier>',
};
