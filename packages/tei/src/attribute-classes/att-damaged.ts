import type { AttributeClass } from '../attribute-class.js';

export const attDamaged: AttributeClass = {
  name: 'att.damaged',
  gloss: 'What damaged the source, and how much.',
  classes: ['att.dimensions', 'att.written'],
  attributes: [
    {
      name: 'agent',
      label: 'Cause of damage',
      type: 'teidata.enumerated',
      gloss: 'What did the damage.',
      values: { rubbing: 'rubbing', mildew: 'mildew', smoke: 'smoke', water: 'water', fire: 'fire' },
    },
    {
      name: 'degree',
      label: 'Degree',
      type: 'teidata.certainty',
      gloss: 'How much is damaged: from 0, nothing, to 1.',
    },
    {
      name: 'group',
      label: 'Same damage',
      type: 'teidata.count',
      gloss: 'A number that is the same for all parts of one damage.',
    },
  ],
};
