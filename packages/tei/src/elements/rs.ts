import type { ElementRow } from '../element-row.js';

export const rs: ElementRow = {
  name: 'rs',
  module: 'core',
  label: 'Reference',
  gloss: 'Words that refer to a person, place or thing without naming it.',
  shape: 'phrase',
  classes: ['model.nameLike'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.naming', 'att.typed'],
  attributes: [
    {
      name: 'type',
      type: 'teidata.enumerated',
      gloss: 'What kind of thing the words refer to.',
      values: { person: 'a person', place: 'a place', message: 'a message that is mentioned' },
    },
  ],
  asks: ['ref'],
  toolbar: { group: 'names', order: 60, sign: 'Ref' },
  guidelines: '3.6.1 Referring Strings',
  example: '<rs type="person" ref="#harriman">the Ambassador</rs>',
};
