import type { AttributeClass } from '../attribute-class.js';

export const attDivLike: AttributeClass = {
  name: 'att.divLike',
  gloss: 'How a division is put together.',
  classes: ['att.fragmentable', 'att.metrical'],
  attributes: [
    {
      name: 'org',
      label: 'Order of parts',
      type: 'teidata.enumerated',
      gloss: 'How the parts are ordered.',
      values: {
        composite: 'parts in no fixed order',
        parallel: 'parts that run side by side',
        uniform: 'parts that follow one another',
      },
      closed: true,
    },
    {
      name: 'sample',
      label: 'Whole or sample',
      type: 'teidata.enumerated',
      gloss: 'Whether the division is given whole.',
      values: {
        initial: 'the beginning only',
        medial: 'a piece from the middle',
        final: 'the end only',
        unknown: 'not known',
        complete: 'given whole',
      },
      closed: true,
    },
  ],
};
