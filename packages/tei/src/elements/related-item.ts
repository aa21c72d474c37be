import type { ElementRow } from '../element-row.js';

export const relatedItem: ElementRow = {
  name: 'relatedItem',
  module: 'core',
  label: 'Related publication',
  gloss: 'A publication that is related to the one described.',
  shape: 'container',
  classes: ['model.biblPart'],
  content: '(model.biblLike | model.ptrLike)?',
  attributeClasses: ['att.global', 'att.typed'],
  attributes: [
    {
      name: 'target',
      label: 'Leads to',
      type: 'teidata.pointer',
      gloss: 'The place where the publication is described.',
    },
  ],
  guidelines: '3.12.2.7 Related Items',
  example: '<relatedItem type="reprint"><bibl>Reprinted in London</bibl></relatedItem>',
};
