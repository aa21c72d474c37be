import type { ElementRow } from '../element-row.js';

export const title: ElementRow = {
  name: 'title',
  module: 'core',
  label: 'Title',
  gloss: 'The title of a work.',
  shape: 'phrase',
  classes: ['model.emphLike', 'model.msQuoteLike'],
  content: 'macro.paraContent',
  attributeClasses: ['att.global', 'att.canonical', 'att.datable', 'att.typed'],
  attributes: [
    {
      name: 'type',
      type: 'teidata.enumerated',
      gloss: 'The kind, in the terms of this edition.',
      values: {
        main: 'the main title',
        sub: 'a subtitle',
        volume: 'the volume',
        part: 'a part of the volume',
      },
    },
    {
      name: 'level',
      label: 'Level',
      type: 'teidata.enumerated',
      gloss: 'What kind of publication the title belongs to.',
      values: {
        a: 'part of a larger work',
        m: 'a monograph',
        j: 'a journal',
        s: 'a series',
        u: 'unpublished',
      },
      closed: true,
    },
  ],
  asks: ['ref'],
  registers: { ref: 'bibliography' },
  toolbar: { group: 'names', order: 45, sign: 'T' },
  shortcut: 'b',
  guidelines: '3.12.2.2 Titles, Authors, and Editors',
  example: '<title level="m">Correspondence</title>',
};
