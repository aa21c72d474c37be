import type { ElementRow } from '../element-row.js';

export const respons: ElementRow = {
  name: 'respons',
  module: 'certainty',
  label: 'Responsibility',
  gloss: 'Who is responsible for a part of the encoding.',
  shape: 'header',
  classes: ['model.certLike', 'model.global.meta'],
  content: '(model.descLike | model.certLike)*',
  attributeClasses: ['att.global', 'att.scoping'],
  attributes: [
    {
      name: 'locus',
      label: 'Of what',
      type: 'teidata.enumerated',
      many: true,
      required: true,
      gloss: 'For what somebody is responsible.',
      values: {
        name: 'the name of the element',
        start: 'where it begins',
        end: 'where it ends',
        location: 'where it stands',
        value: 'what it says',
      },
      closed: true,
    },
  ],
  guidelines: '22.3 Attribution of Responsibility',
  example: '<respons target="#part-1" locus="value" resp="#editor"/>',
};
