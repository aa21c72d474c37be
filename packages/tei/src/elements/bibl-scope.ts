import type { ElementRow } from '../element-row.js';

export const biblScope: ElementRow = {
  name: 'biblScope',
  module: 'core',
  label: 'Scope',
  gloss: 'The part of a publication that is meant.',
  shape: 'phrase',
  classes: ['model.imprintPart'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.citing'],
  attributes: [
    {
      name: 'unit',
      type: 'teidata.enumerated',
      gloss: 'What is counted.',
      values: {
        volume: 'a volume',
        part: 'a part',
        page: 'a page',
        document: 'a document by its number',
        issue: 'an issue',
        line: 'a line',
      },
    },
  ],
  guidelines: '3.12.2.5 Scopes and Ranges in Bibliographic Citations',
  example: '<biblScope unit="page" from="9" to="10">pp. 9–10</biblScope>',
};
