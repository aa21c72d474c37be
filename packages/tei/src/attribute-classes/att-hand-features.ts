import type { AttributeClass } from '../attribute-class.js';

export const attHandFeatures: AttributeClass = {
  name: 'att.handFeatures',
  gloss: 'What is characteristic of a hand.',
  classes: ['att.scope'],
  attributes: [
    { name: 'scribe', label: 'Scribe', type: 'teidata.name', gloss: 'Whose hand it is, by a short name.' },
    {
      name: 'scribeRef',
      label: 'Scribe described',
      type: 'teidata.pointer',
      many: true,
      gloss: 'Where the scribe is described.',
    },
    { name: 'script', label: 'Script', type: 'teidata.name', many: true, gloss: 'The style of writing.' },
    {
      name: 'scriptRef',
      label: 'Script described',
      type: 'teidata.pointer',
      many: true,
      gloss: 'Where the style of writing is described.',
    },
    {
      name: 'medium',
      label: 'Written with',
      type: 'teidata.enumerated',
      many: true,
      gloss: 'What was written with.',
      values: { ink: 'ink', pencil: 'pencil', typewriter: 'a typewriter' },
    },
  ],
};
