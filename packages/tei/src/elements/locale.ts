import type { ElementRow } from '../element-row.js';

export const locale: ElementRow = {
  name: 'locale',
  module: 'corpus',
  label: 'Locale',
  gloss: 'The kind of place in which something happened.',
  shape: 'header',
  classes: ['model.settingPart'],
  content: 'macro.phraseSeq.limited',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '16.2.3 The Setting Description',
  example: '<locale>a hotel</locale>',
};
