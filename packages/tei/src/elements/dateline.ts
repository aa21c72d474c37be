import type { ElementRow } from '../element-row.js';

export const dateline: ElementRow = {
  name: 'dateline',
  module: 'textstructure',
  label: 'Dateline',
  gloss: 'Where and when a letter was written, sent or received.',
  shape: 'textblock',
  classes: ['model.divWrapper', 'model.pLike.front'],
  content: '(text | model.gLike | model.phrase | model.global | docDate)*',
  attributeClasses: ['att.global', 'att.written'],
  attributes: [],
  gutter: { name: 'date line', within: { closer: 'dateline' } },
  toolbar: { group: 'structure', order: 30 },
  guidelines: '4.2.2 Openers and Closers',
  example: '<dateline>Sent on <date type="sent" when="1941-08-04">August 4, 1941</date></dateline>',
};
