import type { ElementRow } from '../element-row.js';

export const samplingDecl: ElementRow = {
  name: 'samplingDecl',
  module: 'header',
  label: 'What is included',
  gloss: 'What was taken into the edition, what was left out, and why.',
  shape: 'header',
  classes: ['model.encodingDescPart'],
  content: 'model.pLike+',
  attributeClasses: ['att.global', 'att.declarable'],
  attributes: [],
  guidelines: '2.3.2 The Sampling Declaration',
  example:
    '<samplingDecl><p>The title page of another book, bound in by mistake, is left out.</p></samplingDecl>',
};
