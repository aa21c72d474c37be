import type { AttributeClass } from '../attribute-class.js';

export const attStyleDef: AttributeClass = {
  name: 'att.styleDef',
  gloss: 'In which language a style is written.',
  classes: [],
  attributes: [
    {
      name: 'scheme',
      label: 'Scheme',
      type: 'teidata.enumerated',
      gloss: 'The language of the style.',
      values: {
        css: 'cascading style sheets',
        xslfo: 'XSL formatting objects',
        free: 'free words',
        other: 'another one',
      },
      closed: true,
    },
    {
      name: 'schemeVersion',
      label: 'Style version',
      type: 'teidata.versionNumber',
      gloss: 'The version of that language.',
    },
  ],
};
