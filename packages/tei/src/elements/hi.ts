import type { ElementRow } from '../element-row.js';

export const hi: ElementRow = {
  name: 'hi',
  module: 'core',
  label: 'Highlighted',
  gloss: 'Words that look different in the source, for a reason that is not said.',
  shape: 'phrase',
  classes: ['model.hiLike'],
  content: 'macro.paraContent',
  attributeClasses: ['att.global', 'att.written'],
  attributes: [
    {
      name: 'rend',
      type: 'teidata.word',
      many: true,
      gloss: 'How the words look in the source.',
      values: {
        italic: 'italic',
        bold: 'bold',
        underline: 'underlined',
        smallcaps: 'small capitals',
        superscript: 'raised',
        subscript: 'lowered',
        spaced: 'letter-spaced',
        capitals: 'capitals',
      },
    },
  ],
  toolbar: { group: 'appearance', order: 10, sign: 'I', label: 'Italic', attributes: { rend: 'italic' } },
  guidelines: '3.3.2.2 Emphatic Words and Phrases',
  example: '<hi rend="italic">Pravda</hi>',
};
