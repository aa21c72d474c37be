import type { ElementRow } from '../element-row.js';

export const span: ElementRow = {
  name: 'span',
  module: 'analysis',
  label: 'Annotation of a span',
  gloss: 'What is to be said of a stretch of text.',
  shape: 'header',
  classes: ['model.global.meta'],
  content: 'macro.phraseSeq.limited',
  attributeClasses: ['att.global', 'att.interpLike', 'att.pointing'],
  attributes: [
    { name: 'from', label: 'From', type: 'teidata.pointer', gloss: 'Where the stretch begins.' },
    { name: 'to', label: 'To', type: 'teidata.pointer', gloss: 'Where the stretch ends.' },
  ],
  guidelines: '18.3 Spans and Interpretations',
  example: '<span from="#ship-1" to="#ship-2">A list of ships</span>',
};
