import type { ElementRow } from '../element-row.js';

export const colophon: ElementRow = {
  name: 'colophon',
  module: 'msdescription',
  label: 'Colophon',
  gloss: 'The statement at the end about the making of the manuscript.',
  shape: 'header',
  classes: ['model.msQuoteLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.msExcerpt'],
  attributes: [],
  guidelines: '11.6.1 The msItem and msItemStruct Elements',
  example: '<colophon>Finished at Moscow</colophon>',
};
