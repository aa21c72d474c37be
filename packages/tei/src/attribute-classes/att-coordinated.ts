import type { AttributeClass } from '../attribute-class.js';

export const attCoordinated: AttributeClass = {
  name: 'att.coordinated',
  gloss: 'Where something lies on a surface.',
  classes: [],
  attributes: [
    {
      name: 'start',
      label: 'Goes with',
      type: 'teidata.pointer',
      gloss: 'The place in the transcription that it goes with.',
    },
    { name: 'ulx', label: 'Left edge', type: 'teidata.numeric', gloss: 'The left edge.' },
    { name: 'uly', label: 'Upper edge', type: 'teidata.numeric', gloss: 'The upper edge.' },
    { name: 'lrx', label: 'Right edge', type: 'teidata.numeric', gloss: 'The right edge.' },
    { name: 'lry', label: 'Lower edge', type: 'teidata.numeric', gloss: 'The lower edge.' },
    {
      name: 'points',
      label: 'Outline',
      type: 'points',
      gloss: 'The corners of an outline, three or more, each as x,y.',
    },
  ],
};
