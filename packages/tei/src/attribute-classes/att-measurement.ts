import type { AttributeClass } from '../attribute-class.js';

export const attMeasurement: AttributeClass = {
  name: 'att.measurement',
  gloss: 'A measured quantity.',
  classes: [],
  attributes: [
    { name: 'unit', type: 'teidata.enumerated', gloss: 'The unit of the measure.' },
    { name: 'unitRef', type: 'teidata.pointer', gloss: 'Where the unit is described.' },
    { name: 'quantity', type: 'teidata.numeric', gloss: 'The number of units.' },
    { name: 'commodity', type: 'teidata.word', many: true, gloss: 'What is measured.' },
  ],
};
