import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { usualPage } from '../volume/page-setting.js';
import { readVolume } from './read-volume.js';

const sample = readFileSync(new URL('../../../../corpus/volume.xml', import.meta.url), 'utf8');

describe('the sample volume', () => {
  const volume = readVolume(sample);

  it('has its titles', () => {
    expect(volume).toMatchObject({
      id: 'volume-two',
      title: expect.stringMatching(/^Correspondence Between .* War of 1941-1945$/),
      volume: 'Volume Two',
      subtitle: expect.stringContaining('Franklin D. Roosevelt'),
      language: 'en',
    });
    expect(volume.titlePage).toEqual([
      { type: 'main', lines: ['CORRESPONDENCE'] },
      {
        type: 'desc',
        lines: [
          'BETWEEN THE CHAIRMAN',
          'OF THE COUNCIL OF MINISTERS OF THE U.S.S.R.',
          'AND THE PRESIDENTS OF THE U.S.A.',
          'AND THE PRIME MINISTERS OF GREAT BRITAIN',
          'DURING THE GREAT PATRIOTIC WAR',
          'OF 1941-1945',
        ],
      },
      { type: 'volume', lines: ['VOLUME TWO'] },
      { type: 'sub', lines: ['Correspondence with Franklin D. ROOSEVELT', 'and Harry S. TRUMAN'] },
      { type: 'dates', lines: ['(August 1941-December 1945)'] },
      { type: 'imprint', lines: ['FOREIGN LANGUAGES PUBLISHING HOUSE', 'Moscow 1957'] },
    ]);
  });

  it('has its documents in order', () => {
    expect(volume.letters).toHaveLength(7);
    expect(volume.letters[0]).toEqual({
      target: 'letters/stalin-1941-08-04.xml',
      id: 'stalin-1941-08-04',
    });
    expect(volume.letters[6]?.id).toBe('roosevelt-1941-11-06');
  });

  it('has its front matter, headings in one line', () => {
    expect(volume.front).toEqual([
      { id: 'title-page', kind: 'title-page' },
      {
        id: 'commission-members',
        kind: 'commission',
        title:
          'COMMISSION FOR THE PUBLICATION OF DIPLOMATIC DOCUMENTS UNDER THE MINISTRY OF FOREIGN AFFAIRS OF THE U.S.S.R.',
      },
      { id: 'contents', kind: 'contents' },
      { id: 'foreword', kind: 'foreword', title: 'FOREWORD' },
      { id: 'publishers-note', kind: 'publishers-note', title: "PUBLISHER'S NOTE" },
    ]);
  });

  it('has its registers', () => {
    expect(volume.persons).toContainEqual({
      id: 'steinhardt',
      name: 'Steinhardt',
      note: 'U.S. Ambassador, November 1941.',
    });
    expect(volume.places).toContainEqual({ id: 'kuibyshev', name: 'Kuibyshev' });
  });
});

describe('endnotes', () => {
  const endnotes = (notes: string) =>
    readVolume(`<TEI><text><back><div type="notes">${notes}</div></back></text></TEI>`).endnotes;

  it('have their words, or say why these are wanting', () => {
    expect(
      endnotes(`
        <note type="endnote" xml:id="a" n="1"><p>The <hi>Conference</hi>.</p></note>
        <note type="endnote" xml:id="b"><gap reason="not-in-source"/></note>
        <note type="endnote"><gap/></note>
        <note type="footnote">no endnote</note>`),
    ).toEqual([{ id: 'a', n: '1', text: 'The Conference.' }, { id: 'b', gap: 'not-in-source' }, { gap: '' }]);
  });
});

it('a file that says nothing has nothing', () => {
  expect(readVolume('<TEI/>')).toEqual({
    titlePage: [],
    letters: [],
    numbering: 'as-written',
    dateRule: [],
    noteRules: [],
    leavesImagesOut: false,
    page: usualPage,
    responsible: [],
    silentMethod: [],
    generated: [],
    nonExtant: [],
    back: [],
    languages: [],
    front: [],
    endnotes: [],
    persons: [],
    places: [],
    organisations: [],
    bibliography: [],
    excluded: [],
  });
});
