import type { AttributeClass } from '../attribute-class.js';

export const attDimensions: AttributeClass = {
  name: 'att.dimensions',
  gloss: 'How large something is.',
  classes: ['att.ranging'],
  attributes: [
    {
      name: 'unit',
      label: 'Unit',
      type: 'teidata.enumerated',
      gloss: 'The unit counted or measured.',
      values: { cm: 'centimetres', mm: 'millimetres', in: 'inches', line: 'a line', char: 'characters' },
    },
    { name: 'quantity', label: 'Quantity', type: 'teidata.numeric', gloss: 'The number of units.' },
    { name: 'extent', label: 'Extent', type: 'teidata.text', gloss: 'The size in words.' },
    {
      name: 'precision',
      label: 'Precision',
      type: 'teidata.enumerated',
      gloss: 'How exact the measure is.',
      values: { high: 'high', medium: 'middling', low: 'low', unknown: 'not known' },
      closed: true,
    },
    {
      name: 'scope',
      label: 'Scope',
      type: 'teidata.word',
      gloss: 'Where the measure holds, when there are several.',
    },
  ],
};
