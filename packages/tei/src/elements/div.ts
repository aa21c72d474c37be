import type { ElementRow } from '../element-row.js';

export const div: ElementRow = {
  name: 'div',
  module: 'textstructure',
  label: 'Division',
  gloss: 'A part of a text with a heading of its own, such as one letter.',
  shape: 'container',
  classes: ['model.divLike'],
  content:
    '(model.divTop | model.global)*, ((((model.divLike | model.divGenLike), model.global*)+ | ((model.common, model.global*)+, ((model.divLike | model.divGenLike), model.global*)*)), (model.divBottom, model.global*)*)?',
  attributeClasses: [
    'att.global',
    'att.declaring',
    'att.divLike',
    'att.placement',
    'att.typed',
    'att.written',
  ],
  attributes: [
    {
      name: 'type',
      type: 'teidata.enumerated',
      gloss: 'The kind, in the terms of this edition.',
      values: {
        letter: 'a letter',
        message: 'a message sent through others',
        'aide-memoire': 'an aide-mémoire handed over',
        telegram: 'a telegram',
        draft: 'a draft that was not sent as it stands',
        commission: 'the commission that publishes',
        foreword: 'a foreword',
        'publishers-note': 'a note of the publisher',
        documents: 'the documents in order',
        notes: 'the endnotes of the volume',
        enclosure: 'something sent with a letter',
        'non-extant': 'the register of messages that were not found',
      },
      names: { 'aide-memoire': 'Aide-mémoire', 'publishers-note': 'Publisher’s note' },
    },
  ],
  guidelines: '4.1 Divisions of the Body',
  example: '<div type="letter"><head type="number">No. 1</head><p>I have received your letter.</p></div>',
};
