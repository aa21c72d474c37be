import type { AttributeClass } from '../attribute-class.js';

export const attDurationIso: AttributeClass = {
  name: 'att.duration.iso',
  gloss: 'Durations after ISO 8601.',
  classes: [],
  attributes: [
    {
      name: 'dur-iso',
      label: 'Duration (ISO)',
      type: 'teidata.duration.iso',
      gloss: 'The length of time, after ISO 8601.',
    },
  ],
};
