import type { ElementRow } from '../element-row.js';

export const place: ElementRow = {
  name: 'place',
  module: 'namesdates',
  label: 'Place',
  gloss: 'What is known about one place.',
  shape: 'header',
  classes: ['model.placeLike'],
  content:
    'model.headLike*, (model.pLike* | (model.labelLike | model.placeStateLike | model.eventLike | name)*), (model.noteLike | model.biblLike | model.ptrLike | idno | linkGrp | link)*, (model.placeLike | listPlace)*',
  attributeClasses: ['att.global', 'att.datable', 'att.editLike', 'att.sortable', 'att.typed'],
  attributes: [],
  guidelines: '14.3.4 Places',
  example: '<place xml:id="moscow"><placeName>Moscow</placeName></place>',
};
