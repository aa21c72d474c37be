import type { ElementRow } from '../element-row.js';

export const precision: ElementRow = {
  name: 'precision',
  module: 'certainty',
  label: 'Precision',
  gloss: 'How precise a value is.',
  shape: 'header',
  classes: ['model.certLike', 'model.global.meta'],
  content: '(model.descLike | model.certLike)*',
  attributeClasses: ['att.global', 'att.datable', 'att.ranging', 'att.scoping'],
  attributes: [
    {
      name: 'precision',
      label: 'Precision',
      type: 'teidata.enumerated',
      gloss: 'How precise the value is.',
      values: { high: 'high', medium: 'medium', low: 'low', unknown: 'not known' },
      closed: true,
    },
    {
      name: 'stdDeviation',
      label: 'Deviation',
      type: 'teidata.numeric',
      gloss: 'The standard deviation of the value.',
    },
  ],
  guidelines: '22.2 Indications of Precision',
  example: '<precision target="#date-1" match="@when" precision="low"/>',
};
