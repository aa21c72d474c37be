import type { AttributeClass } from '../attribute-class.js';

export const attGlobalAnalytic: AttributeClass = {
  name: 'att.global.analytic',
  gloss: 'Links to an interpretation.',
  classes: [],
  attributes: [
    {
      name: 'ana',
      label: 'Interpretation',
      type: 'teidata.pointer',
      many: true,
      gloss: 'An interpretation of the element.',
    },
  ],
};
