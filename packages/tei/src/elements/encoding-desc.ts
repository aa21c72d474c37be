import type { ElementRow } from '../element-row.js';

export const encodingDesc: ElementRow = {
  name: 'encodingDesc',
  module: 'header',
  label: 'Encoding',
  gloss: 'How the text was encoded, and by what rules.',
  shape: 'header',
  classes: ['model.teiHeaderPart'],
  content: '(model.encodingDescPart | model.pLike)+',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '2.3 The Encoding Description',
  example: '<encodingDesc><editorialDecl><p>Original spelling is kept.</p></editorialDecl></encodingDesc>',
};
