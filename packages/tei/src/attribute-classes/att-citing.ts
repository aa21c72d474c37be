import type { AttributeClass } from '../attribute-class.js';

export const attCiting: AttributeClass = {
  name: 'att.citing',
  gloss: 'The range that a citation covers.',
  classes: [],
  attributes: [
    {
      name: 'unit',
      label: 'Unit',
      type: 'teidata.enumerated',
      gloss: 'The unit counted or measured.',
      values: {
        volume: 'a volume',
        issue: 'an issue',
        page: 'a page',
        line: 'a line',
        chapter: 'a chapter',
        part: 'a part',
        column: 'a column',
        entry: 'an entry',
      },
    },
    { name: 'from', label: 'From', type: 'teidata.word', gloss: 'Where the cited range begins.' },
    { name: 'to', label: 'To', type: 'teidata.word', gloss: 'Where the cited range ends.' },
  ],
};
