import type { ElementRow } from '../element-row.js';

export const classCode: ElementRow = {
  name: 'classCode',
  module: 'header',
  label: 'Code of a class',
  gloss: 'The class of the text in some scheme.',
  shape: 'header',
  classes: [],
  content: 'macro.phraseSeq.limited',
  attributeClasses: ['att.global'],
  attributes: [
    {
      name: 'scheme',
      label: 'Scheme',
      type: 'teidata.pointer',
      required: true,
      gloss: 'The scheme to which the code belongs.',
    },
  ],
  guidelines: '2.4.3 The Text Classification',
  example: '<classCode scheme="https://example.org/classes">327</classCode>',
};
