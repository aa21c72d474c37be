import type { ElementRow } from '../element-row.js';

export const setting: ElementRow = {
  name: 'setting',
  module: 'corpus',
  label: 'Setting',
  gloss: 'When and where something was written or spoken.',
  shape: 'header',
  classes: [],
  content: 'model.pLike+ | (model.nameLike.agent | model.dateLike | model.settingPart)*',
  attributeClasses: ['att.global', 'att.ascribed'],
  attributes: [],
  guidelines: '16.2.3 The Setting Description',
  example: '<setting><placeName>Moscow</placeName><activity>Dictating</activity></setting>',
};
