import type { ElementRow } from '../element-row.js';

export const additional: ElementRow = {
  name: 'additional',
  module: 'msdescription',
  label: 'Additional information',
  gloss: 'How the source is catalogued and kept, and what is written on it.',
  shape: 'header',
  classes: [],
  content: '(adminInfo?, surrogates?, listBibl?) | model.pLike+',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.9 Additional Information',
  example:
    '<additional><adminInfo><availability><p>By appointment</p></availability></adminInfo></additional>',
};
