import { readFileSync } from 'node:fs';
import { parseTree } from '@chancery/xml';
import { describe, expect, it } from 'vitest';
import { readCallouts, readNotes } from './read-notes.js';

const text = (body: string) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>${body}</body></text></TEI>`;
const callouts = (body: string) => readCallouts(parseTree(text(body)), 'letters/a.xml');

describe('notes', () => {
  it('are read with series, label, words and wording; those without an id by their place', () => {
    const source = text(
      '<p>A<note type="footnote" n="1">One <hi>two</hi>.</note> b<note type="authorial">his own</note></p><note type="endnote" xml:id="e1"/>',
    );
    expect(readNotes(parseTree(source), source)).toMatchObject([
      { id: '@1', series: 'footnote', label: '1', text: 'One two.' },
      { id: 'e1', series: 'endnote', text: '', wording: '<note type="endnote" xml:id="e1"/>' },
    ]);
  });

  it('of the sample volume are four endnotes and the footnotes of the front matter', () => {
    const source = readFileSync(new URL('../../../../corpus/volume.xml', import.meta.url), 'utf8');
    const notes = readNotes(parseTree(source), source);
    expect(notes.filter((note) => note.series === 'endnote').map(({ id }) => id)).toEqual([
      'endnote-1',
      'endnote-2',
      'endnote-3',
      'endnote-4',
    ]);
    expect(readCallouts(parseTree(source), 'volume.xml')).toHaveLength(notes.length - 4);
  });
});

describe('callouts', () => {
  it('bring the sentence that calls the note, and where it stands', () => {
    const body =
      '<p>First.</p><p>He left. The <hi>Conference</hi><ptr type="endnote" target="../volume.xml#e3"/> was long. It ended.</p>';
    expect(callouts(body)).toEqual([
      {
        path: 'volume.xml',
        note: 'e3',
        before: 'The Conference',
        after: ' was long. ',
        where: 'Paragraph 2',
        inBack: false,
        start: text(body).indexOf('<ptr'),
        end: text(body).indexOf(' was long'),
      },
    ]);
  });

  it('behind a sentence belong to it', () => {
    const [only] = callouts('<p>It ended.<ptr type="endnote" target="#e3"/> He left.</p>');
    expect(only).toMatchObject({ path: 'letters/a.xml', note: 'e3', before: 'It ended.' });
  });
});
