import type { ElementRow } from '../element-row.js';

export const event: ElementRow = {
  name: 'event',
  module: 'namesdates',
  label: 'Event described',
  gloss: 'What is known about one event.',
  shape: 'header',
  classes: ['model.eventLike'],
  content:
    'idno*, model.headLike*, (model.pLike+ | model.labelLike+ | eventName+), (model.noteLike | model.biblLike | model.ptrLike | linkGrp | link | idno)*, model.eventLike*, (model.personLike | listPerson)*, (model.placeLike | listPlace)*, (relation | listRelation)*',
  attributeClasses: [
    'att.global',
    'att.datable',
    'att.editLike',
    'att.locatable',
    'att.naming',
    'att.sortable',
    'att.typed',
  ],
  attributes: [],
  guidelines: '14.3.1 Basic Principles',
  example: '<event xml:id="tehran" when="1943"><label>Tehran Conference</label></event>',
};
