import type { ElementRow } from '../element-row.js';

export const msContents: ElementRow = {
  name: 'msContents',
  module: 'msdescription',
  label: 'Contents',
  gloss: 'What the source contains.',
  shape: 'header',
  classes: [],
  content: 'model.pLike+ | (summary?, textLang?, titlePage?, msItem*)',
  attributeClasses: ['att.global', 'att.msClass', 'att.msExcerpt'],
  attributes: [],
  guidelines: '11.6 Intellectual Content',
  example: '<msContents><msItem><title>Letter to the President</title></msItem></msContents>',
};
