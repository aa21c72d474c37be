import type { ElementRow } from '../element-row.js';

export const note: ElementRow = {
  name: 'note',
  module: 'core',
  label: 'Note',
  kinds: { footnote: 'Page footnote', endnote: 'Endnote' },
  gloss: 'A note on the text, by its writer or by the editors.',
  shape: 'inline',
  classes: [
    'model.annotationLike',
    'model.correspActionPart',
    'model.correspContextPart',
    'model.correspDescPart',
    'model.noteLike',
  ],
  content: 'macro.specialPara',
  attributeClasses: [
    'att.global',
    'att.anchoring',
    'att.placement',
    'att.pointing',
    'att.typed',
    'att.written',
  ],
  attributes: [
    {
      name: 'type',
      type: 'teidata.enumerated',
      gloss: 'The kind, in the terms of this edition.',
      values: {
        footnote: 'a note at the foot of its page',
        endnote: 'a note at the end of the volume',
        editorial: 'a note of the editors',
        authorial: 'a note of the writer',
        'text-basis': 'on what the text rests',
        number: 'how the number is known',
        reason: 'why something was left out',
      },
    },
  ],
  gutter: { name: '' },
  reads: 'nothing',
  toolbar: {
    group: 'notes',
    order: 20,
    sign: 'a†',
    label: 'Page footnote',
    attributes: { type: 'footnote', place: 'bottom' },
  },
  shortcut: 'f',
  guidelines: '3.9.1 Notes and Simple Annotation',
  example: '<note type="footnote" place="bottom" n="1">Received by cable.</note>',
};
