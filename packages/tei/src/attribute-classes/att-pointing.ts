import type { AttributeClass } from '../attribute-class.js';

export const attPointing: AttributeClass = {
  name: 'att.pointing',
  gloss: 'Points to other resources.',
  classes: [],
  attributes: [
    {
      name: 'targetLang',
      label: 'Language there',
      type: 'teidata.language',
      gloss: 'The language of what it points to.',
    },
    { name: 'target', label: 'Leads to', type: 'teidata.pointer', many: true, gloss: 'What it points to.' },
    {
      name: 'evaluate',
      label: 'Chain followed',
      type: 'teidata.enumerated',
      gloss: 'How far a chain of pointers is followed.',
      values: { all: 'all of them', one: 'only the first step', none: 'none of them' },
      closed: true,
    },
  ],
};
