import type { AttributeClass } from '../attribute-class.js';

export const attMedia: AttributeClass = {
  name: 'att.media',
  gloss: 'The size at which an image is shown.',
  classes: ['att.internetMedia'],
  attributes: [
    {
      name: 'width',
      label: 'Width',
      type: 'teidata.outputMeasurement',
      gloss: 'The width at which the image is shown.',
    },
    {
      name: 'height',
      label: 'Height',
      type: 'teidata.outputMeasurement',
      gloss: 'The height at which the image is shown.',
    },
    {
      name: 'scale',
      label: 'Scale',
      type: 'teidata.numeric',
      gloss: 'The factor by which the image is scaled.',
    },
  ],
};
