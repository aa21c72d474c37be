import type { AttributeClass } from '../attribute-class.js';

export const attCoordinated: AttributeClass = {
  name: 'att.coordinated',
  gloss: 'Where something lies on a surface.',
  classes: [],
  attributes: [
    { name: 'start', type: 'teidata.pointer', gloss: 'The place in the transcription that it goes with.' },
    { name: 'ulx', type: 'teidata.numeric', gloss: 'The left edge.' },
    { name: 'uly', type: 'teidata.numeric', gloss: 'The upper edge.' },
    { name: 'lrx', type: 'teidata.numeric', gloss: 'The right edge.' },
    { name: 'lry', type: 'teidata.numeric', gloss: 'The lower edge.' },
    { name: 'points', type: 'points', gloss: 'The corners of an outline, three or more, each as x,y.' },
  ],
};
