import type { ElementRow } from '../element-row.js';

export const app: ElementRow = {
  name: 'app',
  module: 'textcrit',
  label: 'Apparatus entry',
  gloss: 'The readings of one place in several witnesses.',
  shape: 'inline',
  classes: ['model.global.edit'],
  content: 'lem?, (model.rdgLike | model.noteLike | witDetail | wit | rdgGrp)*',
  attributeClasses: ['att.global', 'att.typed'],
  attributes: [
    { name: 'type', type: 'teidata.enumerated', gloss: 'The kind, in the terms of this edition.' },
    { name: 'from', label: 'From', type: 'teidata.pointer', gloss: 'The place where the lemma begins.' },
    { name: 'to', label: 'To', type: 'teidata.pointer', gloss: 'The place where the lemma ends.' },
    {
      name: 'loc',
      label: 'Place',
      type: 'teidata.word',
      many: true,
      gloss: 'The place of the lemma in canonical form.',
    },
  ],
  gutter: { name: 'apparatus' },
  guidelines: '13.1.1 The Apparatus Entry',
  example: '<app><lem wit="#A">four</lem><rdg wit="#B">three</rdg></app>',
};
