import type { AttributeClass } from '../attribute-class.js';

export const attRdgPart: AttributeClass = {
  name: 'att.rdgPart',
  gloss: 'To which witnesses a part of a reading belongs.',
  classes: [],
  attributes: [
    { name: 'wit', label: 'Witnesses', type: 'teidata.pointer', many: true, gloss: 'The witnesses.' },
  ],
};
