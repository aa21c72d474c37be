import type { AttributeClass } from '../attribute-class.js';

export const attAnchoring: AttributeClass = {
  name: 'att.anchoring',
  gloss: 'How a note is anchored to the text.',
  classes: [],
  attributes: [
    {
      name: 'anchored',
      label: 'Place is marked',
      type: 'teidata.truthValue',
      gloss: 'Whether the source marks the exact place to which the note belongs.',
    },
    {
      name: 'targetEnd',
      label: 'Ends at',
      type: 'teidata.pointer',
      many: true,
      gloss: 'The end of the span to which the note belongs.',
    },
  ],
};
