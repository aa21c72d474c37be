import type { ElementRow } from '../element-row.js';

export const noteGrp: ElementRow = {
  name: 'noteGrp',
  module: 'core',
  label: 'Notes',
  gloss: 'Several notes on one place, such as one note in several languages.',
  shape: 'inline',
  classes: ['model.correspActionPart', 'model.correspContextPart', 'model.correspDescPart', 'model.noteLike'],
  content: 'desc*, (note | noteGrp)+',
  attributeClasses: [
    'att.global',
    'att.anchoring',
    'att.placement',
    'att.pointing',
    'att.typed',
    'att.written',
  ],
  attributes: [],
  guidelines: '3.9.1.1 Encoding Grouped Notes',
  example: '<noteGrp><note xml:lang="en">Received by cable.</note></noteGrp>',
};
