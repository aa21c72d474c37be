import type { ElementRow } from '../element-row.js';

export const text: ElementRow = {
  name: 'text',
  module: 'textstructure',
  label: 'Text',
  gloss: 'The text of the document, with what stands before and after it.',
  shape: 'container',
  classes: ['model.resource'],
  content: 'model.global*, (front, model.global*)?, (body | group), model.global*, (back, model.global*)?',
  attributeClasses: ['att.global', 'att.declaring', 'att.typed', 'att.written'],
  attributes: [],
  guidelines: '4 Default Text Structure',
  example: '<text xml:lang="en"><body><p>I have received your letter.</p></body></text>',
};
