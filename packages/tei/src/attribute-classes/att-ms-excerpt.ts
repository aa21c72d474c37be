import type { AttributeClass } from '../attribute-class.js';

export const attMsExcerpt: AttributeClass = {
  name: 'att.msExcerpt',
  gloss: 'Whether a quoted beginning or end is whole.',
  classes: [],
  attributes: [
    {
      name: 'defective',
      label: 'Defective',
      type: 'teidata.xTruthValue',
      gloss: 'Whether the source is defective there.',
    },
  ],
};
