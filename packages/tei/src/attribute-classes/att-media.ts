import type { AttributeClass } from '../attribute-class.js';

export const attMedia: AttributeClass = {
  name: 'att.media',
  gloss: 'The size at which an image is shown.',
  classes: ['att.internetMedia'],
  attributes: [
    { name: 'width', type: 'teidata.outputMeasurement', gloss: 'The width at which the image is shown.' },
    { name: 'height', type: 'teidata.outputMeasurement', gloss: 'The height at which the image is shown.' },
    { name: 'scale', type: 'teidata.numeric', gloss: 'The factor by which the image is scaled.' },
  ],
};
