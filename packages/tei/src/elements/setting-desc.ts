import type { ElementRow } from '../element-row.js';

export const settingDesc: ElementRow = {
  name: 'settingDesc',
  module: 'corpus',
  label: 'Places',
  gloss: 'The places of the edition.',
  shape: 'header',
  classes: ['model.profileDescPart'],
  content: 'model.pLike+ | (setting | model.placeLike | listPlace)+',
  attributeClasses: ['att.global', 'att.declarable'],
  attributes: [],
  guidelines: '16.2 Contextual Information',
  example:
    '<settingDesc><listPlace><place xml:id="moscow"><placeName>Moscow</placeName></place></listPlace></settingDesc>',
};
