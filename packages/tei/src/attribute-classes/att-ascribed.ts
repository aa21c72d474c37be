import type { AttributeClass } from '../attribute-class.js';

export const attAscribed: AttributeClass = {
  name: 'att.ascribed',
  gloss: 'To whom speech or action is ascribed.',
  classes: [],
  attributes: [
    { name: 'who', label: 'Who', type: 'teidata.pointer', many: true, gloss: 'Who says or does it.' },
  ],
};
