import type { AttributeClass } from '../attribute-class.js';

export const attPlacement: AttributeClass = {
  name: 'att.placement',
  gloss: 'Where something stands on the page.',
  classes: [],
  attributes: [
    {
      name: 'place',
      label: 'Where',
      type: 'teidata.enumerated',
      many: true,
      gloss: 'Where it stands in the source.',
      values: {
        top: 'at the head of the page',
        bottom: 'at the foot of the page',
        margin: 'in the margin',
        opposite: 'on the opposite page',
        overleaf: 'on the other side of the leaf',
        above: 'above the line',
        right: 'to the right',
        below: 'below the line',
        left: 'to the left',
        end: 'at the end',
        inline: 'in the line',
        inspace: 'in a space left free',
      },
    },
  ],
};
