import type { ElementRow } from '../element-row.js';

export const join: ElementRow = {
  name: 'join',
  module: 'linking',
  label: 'Join',
  gloss: 'Parts of the text that make one, although they stand apart.',
  shape: 'leaf',
  classes: ['model.global.meta'],
  content: '(model.descLike | model.certLike)*',
  attributeClasses: ['att.global', 'att.pointing', 'att.typed'],
  attributes: [
    {
      name: 'result',
      label: 'Made of them',
      type: 'teidata.name',
      gloss: 'The element that the parts make.',
    },
    {
      name: 'scope',
      label: 'Scope',
      type: 'teidata.enumerated',
      gloss: 'What of the parts is joined.',
      values: { root: 'the elements themselves', branches: 'what they hold' },
      closed: true,
    },
  ],
  guidelines: '17.7 Aggregation',
  example: '<join target="#part-1 #part-2" result="quote"/>',
};
