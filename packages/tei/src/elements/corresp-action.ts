import type { ElementRow } from '../element-row.js';

export const correspAction: ElementRow = {
  name: 'correspAction',
  module: 'header',
  label: 'Action',
  gloss: 'One event on the way of the letter: sent, transmitted, received.',
  shape: 'header',
  classes: ['model.correspDescPart'],
  content: 'model.correspActionPart+ | model.pLike+',
  attributeClasses: ['att.global', 'att.sortable', 'att.typed'],
  attributes: [
    {
      name: 'type',
      type: 'teidata.enumerated',
      gloss: 'The kind, in the terms of this edition.',
      values: {
        sent: 'sending',
        received: 'receipt',
        signed: 'signing',
        transmitted: 'carried by others between sending and receipt',
        redirected: 'sent elsewhere unread',
        forwarded: 'sent on to another recipient',
      },
    },
    {
      name: 'subtype',
      type: 'teidata.enumerated',
      gloss: 'A finer kind within the type.',
      values: { handed: 'handed over in person' },
    },
  ],
  guidelines: '2.4.6 Correspondence Description',
  example: '<correspAction type="received"><persName>F. Roosevelt</persName></correspAction>',
};
