import type { ElementRow } from '../element-row.js';

export const language: ElementRow = {
  name: 'language',
  module: 'header',
  label: 'Language',
  gloss: 'One language of the document.',
  shape: 'header',
  classes: [],
  content: 'macro.phraseSeq.limited',
  attributeClasses: ['att.global', 'att.scope'],
  attributes: [
    {
      name: 'ident',
      label: 'Short name',
      type: 'teidata.language',
      gloss: 'The language tag, after BCP 47.',
      required: true,
    },
    {
      name: 'usage',
      label: 'Share',
      type: 'teidata.count',
      gloss: 'The share of the text in this language, in per cent.',
    },
  ],
  guidelines: '2.4.2 Language Usage',
  example: '<language ident="en">English</language>',
};
