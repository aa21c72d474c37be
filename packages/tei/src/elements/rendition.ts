import type { ElementRow } from '../element-row.js';

export const rendition: ElementRow = {
  name: 'rendition',
  module: 'header',
  label: 'Rendition',
  gloss: 'A way in which words look, written down once for many places.',
  shape: 'header',
  classes: [],
  content: 'macro.limitedContent',
  attributeClasses: ['att.global', 'att.styleDef'],
  attributes: [
    {
      name: 'scope',
      label: 'Scope',
      type: 'teidata.enumerated',
      gloss: 'To which part of an element it applies.',
      values: {
        'first-line': 'its first line',
        'first-letter': 'its first letter',
        before: 'before it',
        after: 'after it',
      },
    },
    {
      name: 'selector',
      label: 'Applies to',
      type: 'teidata.text',
      gloss: 'The elements to which it applies, as a style sheet selects them.',
    },
  ],
  guidelines: '2.3.4 The Tagging Declaration',
  example: '<rendition xml:id="underlined" scheme="css">text-decoration: underline</rendition>',
};
