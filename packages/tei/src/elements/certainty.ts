import type { ElementRow } from '../element-row.js';

export const certainty: ElementRow = {
  name: 'certainty',
  module: 'certainty',
  label: 'Certainty',
  gloss: 'How certain something in the encoding is.',
  shape: 'header',
  classes: ['model.certLike', 'model.global.meta'],
  content: '(model.descLike | model.certLike)*',
  attributeClasses: ['att.global', 'att.scoping', 'att.typed'],
  attributes: [
    {
      name: 'cert',
      type: 'teidata.enumerated',
      gloss: 'How certain it is.',
      values: { high: 'high', medium: 'medium', low: 'low', unknown: 'not known' },
      closed: true,
    },
    {
      name: 'locus',
      label: 'Of what',
      type: 'teidata.enumerated',
      required: true,
      gloss: 'What is uncertain.',
      values: {
        name: 'the name of the element',
        start: 'where it begins',
        end: 'where it ends',
        location: 'where it stands',
        value: 'what it says',
      },
      closed: true,
    },
    {
      name: 'assertedValue',
      label: 'Value held',
      type: 'teidata.word',
      gloss: 'The value for which this certainty holds.',
    },
    { name: 'given', label: 'Depends on', type: 'teidata.pointer', many: true, gloss: 'On what it depends.' },
    {
      name: 'degree',
      label: 'Degree',
      type: 'teidata.probability',
      gloss: 'How probable it is, from 0 to 1.',
    },
  ],
  guidelines: '22.1.2 Structured Indications of Uncertainty',
  example: '<certainty target="#part-1" locus="value" cert="low"/>',
};
