import type { ElementRow } from '../element-row.js';

export const list: ElementRow = {
  name: 'list',
  module: 'core',
  label: 'List',
  gloss: 'Items in order, each with or without a label.',
  shape: 'container',
  classes: ['model.listLike'],
  content:
    '(model.divTop | model.global | desc*)*, ((item, model.global*)+ | (headLabel?, headItem?, (label, model.global*, item, model.global*)+)), (model.divBottom, model.global*)*',
  attributeClasses: ['att.global', 'att.sortable', 'att.typed'],
  attributes: [
    {
      name: 'type',
      type: 'teidata.enumerated',
      gloss: 'The kind, in the terms of this edition.',
      values: {
        items: 'a list in running text, numbered by its labels',
        documents: 'the documents of a volume in order',
        enclosures: 'the enclosures of a document, in order',
        'non-extant': 'messages that are known of and were not found',
        gloss: 'terms with explanations',
        index: 'an index',
        excluded: 'what was left out of the edition',
      },
    },
  ],
  toolbar: { group: 'structure', order: 60 },
  guidelines: '3.8 Lists',
  example: '<list type="items"><label>(1)</label><item>That he has received the message.</item></list>',
};
