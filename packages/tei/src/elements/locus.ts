import type { ElementRow } from '../element-row.js';

export const locus: ElementRow = {
  name: 'locus',
  module: 'msdescription',
  label: 'Locus',
  gloss: 'A place in the source, by leaf or page.',
  shape: 'phrase',
  classes: ['model.pPart.msdesc'],
  content: '(text | model.gLike | hi | locus)*',
  attributeClasses: ['att.global', 'att.pointing', 'att.typed'],
  attributes: [
    { name: 'scheme', label: 'Scheme', type: 'teidata.pointer', gloss: 'The numbering that is followed.' },
    { name: 'from', label: 'From', type: 'teidata.word', gloss: 'The first leaf or page.' },
    { name: 'to', label: 'To', type: 'teidata.word', gloss: 'The last leaf or page.' },
  ],
  guidelines: '11.3.5 References to Locations within a Manuscript',
  example: '<locus from="1r" to="2v">leaves 1 and 2</locus>',
};
