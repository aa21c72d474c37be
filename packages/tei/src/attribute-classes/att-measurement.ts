import type { AttributeClass } from '../attribute-class.js';

export const attMeasurement: AttributeClass = {
  name: 'att.measurement',
  gloss: 'A measured quantity.',
  classes: [],
  attributes: [
    { name: 'unit', label: 'Unit', type: 'teidata.enumerated', gloss: 'The unit of the measure.' },
    {
      name: 'unitRef',
      label: 'Unit described',
      type: 'teidata.pointer',
      gloss: 'Where the unit is described.',
    },
    { name: 'quantity', label: 'Quantity', type: 'teidata.numeric', gloss: 'The number of units.' },
    { name: 'commodity', label: 'Of what', type: 'teidata.word', many: true, gloss: 'What is measured.' },
  ],
};
