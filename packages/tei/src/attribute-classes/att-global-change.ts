import type { AttributeClass } from '../attribute-class.js';

export const attGlobalChange: AttributeClass = {
  name: 'att.global.change',
  gloss: 'Links to a stage of revision.',
  classes: [],
  attributes: [
    {
      name: 'change',
      label: 'Stage',
      type: 'teidata.pointer',
      many: true,
      gloss: 'The stage of revision to which the element belongs.',
    },
  ],
};
