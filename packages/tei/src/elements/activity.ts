import type { ElementRow } from '../element-row.js';

export const activity: ElementRow = {
  name: 'activity',
  module: 'corpus',
  label: 'Activity',
  gloss: 'What somebody did at the time.',
  shape: 'header',
  classes: ['model.settingPart'],
  content: 'macro.phraseSeq.limited',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '16.2.3 The Setting Description',
  example: '<activity>Dictating</activity>',
};
