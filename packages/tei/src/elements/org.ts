import type { ElementRow } from '../element-row.js';

export const org: ElementRow = {
  name: 'org',
  module: 'namesdates',
  label: 'Organisation described',
  gloss: 'What is known about one organisation.',
  shape: 'header',
  classes: ['model.personLike'],
  content:
    'model.headLike*, (model.pLike* | (model.labelLike | model.nameLike | model.placeLike | model.orgPart | model.milestoneLike)*), (model.noteLike | model.biblLike | model.ptrLike | linkGrp | link)*, model.personLike*',
  attributeClasses: ['att.global', 'att.datable', 'att.editLike', 'att.sortable', 'att.typed'],
  attributes: [
    {
      name: 'role',
      label: 'Role',
      type: 'teidata.word',
      many: true,
      gloss: 'The part played by what is named.',
    },
  ],
  guidelines: '14.3.3 Organizational Data',
  example: '<org xml:id="red-cross"><orgName>Red Cross</orgName></org>',
};
