import type { ElementRow } from '../element-row.js';

export const distinct: ElementRow = {
  name: 'distinct',
  module: 'core',
  label: 'Distinct wording',
  gloss: 'Words marked as of another age, place, group or profession.',
  shape: 'phrase',
  classes: ['model.emphLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.typed'],
  attributes: [
    {
      name: 'type',
      type: 'teidata.enumerated',
      gloss: 'The kind, in the terms of this edition.',
      values: {
        archaic: 'of another age',
        dialect: 'of another place',
        technical: 'of a profession',
        slang: 'of everyday speech',
      },
    },
    { name: 'time', label: 'Age of use', type: 'teidata.text', gloss: 'The age to which the words belong.' },
    {
      name: 'space',
      label: 'Place of use',
      type: 'teidata.text',
      gloss: 'The place to which the words belong.',
    },
    { name: 'social', label: 'Group', type: 'teidata.text', gloss: 'The group to which the words belong.' },
  ],
  gutter: { name: 'wording' },
  guidelines: '3.3.2.3 Other Linguistically Distinct Material',
  example: '<distinct type="dialect">wee bairn</distinct>',
};
