import type { ElementRow } from '../element-row.js';

export const occupation: ElementRow = {
  name: 'occupation',
  module: 'namesdates',
  label: 'Occupation',
  gloss: 'What a person was by office or trade.',
  shape: 'header',
  classes: ['model.persStateLike'],
  content: 'macro.specialPara',
  attributeClasses: ['att.global', 'att.datable', 'att.editLike', 'att.naming', 'att.typed'],
  attributes: [
    { name: 'type', type: 'teidata.enumerated', gloss: 'The kind, in the terms of this edition.' },
    {
      name: 'scheme',
      label: 'Scheme',
      type: 'teidata.pointer',
      gloss: 'The scheme from which the terms are taken.',
    },
    { name: 'code', label: 'Code', type: 'teidata.pointer', gloss: 'The occupation in a scheme of codes.' },
  ],
  guidelines: '16.2.2 The Participant Description',
  example: '<occupation>President of the United States</occupation>',
};
