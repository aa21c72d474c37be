import { readFileSync } from 'node:fs';
import { checkWellFormed } from '@chancery/xml';
import { describe, expect, it } from 'vitest';
import { readVolume } from '../header/read-volume.js';
import { CannotWrite } from '../header/write/cannot-write.js';
import { patched } from '../header/write/source-patch.js';
import { NoSuchPlace } from './no-such-place.js';
import { numbersInVolume } from './numbers-in-volume.js';
import { usualPage } from './page-setting.js';
import type { DocumentPlace, NewPlace, VolumeEdit } from './volume-edit.js';
import { volumePatches } from './volume-patches.js';

const sample = readFileSync(new URL('../../../../corpus/volume.xml', import.meta.url), 'utf8');

function edited(source: string, ...edits: readonly VolumeEdit[]): string {
  const after = edits.reduce((now, edit) => patched(now, volumePatches(now, edit)), source);
  expect(checkWellFormed(after)).toBeUndefined();
  return after;
}

const place = (letter: string, to: DocumentPlace): VolumeEdit => ({ change: 'place', letter, to });
const order = (source: string) =>
  readVolume(source).letters.map(({ id, enclosedIn }) => (enclosedIn ? `${enclosedIn}/${id}` : id));

const small = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div>
  <list type="documents">
    <item><ptr target="a.xml"/></item>
    <!-- the second -->
    <item n="7"><ptr target="b.xml"/></item>
    <item><ptr target="c.xml"/></item>
  </list></div></body></text></TEI>`;

describe('a document is put', () => {
  it('somewhere else: the sample’s list, and nothing beside it', () => {
    const after = edited(
      sample,
      place('stalin-1941-10-03', { enclosedIn: null, after: 'stalin-1941-08-04' }),
    );
    expect(order(after).slice(0, 3)).toEqual([
      'stalin-1941-08-04',
      'stalin-1941-10-03',
      'roosevelt-churchill-1941-08-15',
    ]);
    const lines = (source: string) => source.split('\n').sort();
    expect(lines(after)).toEqual(lines(sample));
    const back = edited(
      after,
      place('stalin-1941-10-03', { enclosedIn: null, after: 'roosevelt-1941-09-30' }),
    );
    expect(back).toBe(sample);
  });

  it('first, and last', () => {
    expect(order(edited(small, place('c', { enclosedIn: null, after: null })))).toEqual(['c', 'a', 'b']);
    expect(order(edited(small, place('a', { enclosedIn: null, after: 'c' })))).toEqual(['b', 'c', 'a']);
  });

  it('into the order when it is new: last, behind another one, and as an enclosure', () => {
    const listed = (target: string, place: NewPlace | null): VolumeEdit => ({
      change: 'listed',
      target,
      place,
    });
    const after = edited(
      small,
      listed('d.xml', null),
      listed('e.xml', { letter: 'a', how: 'behind' }),
      listed('f.xml', { letter: 'c', how: 'enclosed' }),
      listed('g.xml', { letter: 'c', how: 'enclosed' }),
      listed('h.xml', { letter: 'f', how: 'behind' }),
    );
    expect(order(after)).toEqual(['a', 'e', 'b', 'c', 'c/f', 'c/h', 'c/g', 'd']);
    expect(after).toContain('\n    <item><ptr target="d.xml"/></item>\n  </list>');
    expect(after).toContain('\n        <item><ptr target="g.xml"/></item>\n      </list>\n    </item>');
    expect(() => edited(small, listed('d.xml', { letter: 'x', how: 'behind' }))).toThrow(NoSuchPlace);
  });

  it('where it is, which changes nothing', () => {
    expect(volumePatches(small, place('b', { enclosedIn: null, after: 'a' }))).toEqual([]);
    expect(volumePatches(small, place('a', { enclosedIn: null, after: null }))).toEqual([]);
  });

  it('into a letter as its enclosure, which goes with it, and out of it again', () => {
    const enclosed = edited(small, place('b', { enclosedIn: 'a', after: null }));
    expect(order(enclosed)).toEqual(['a', 'a/b', 'c']);
    expect(enclosed).toContain(
      [
        '    <item><ptr target="a.xml"/>',
        '      <list type="enclosures">',
        '        <item n="7"><ptr target="b.xml"/></item>',
        '      </list>',
        '    </item>',
      ].join('\n'),
    );
    const two = edited(enclosed, place('c', { enclosedIn: 'a', after: 'b' }));
    expect(order(two)).toEqual(['a', 'a/b', 'a/c']);
    const out = edited(
      two,
      place('c', { enclosedIn: null, after: 'a' }),
      place('b', { enclosedIn: null, after: 'c' }),
    );
    expect(order(out)).toEqual(['a', 'c', 'b']);
    expect(out).not.toContain('enclosures');
  });

  it('nowhere within itself', () => {
    const enclosed = edited(small, place('b', { enclosedIn: 'a', after: null }));
    const deeper = edited(enclosed, place('c', { enclosedIn: 'b', after: null }));
    for (const within of ['a', 'b', 'c'])
      expect(() => volumePatches(deeper, place('a', { enclosedIn: within, after: null }))).toThrow(
        NoSuchPlace,
      );
  });

  it('behind nothing that is not there', () => {
    expect(() => volumePatches(small, place('a', { enclosedIn: null, after: 'x' }))).toThrow(NoSuchPlace);
    expect(() => volumePatches(small, place('x', { enclosedIn: null, after: 'a' }))).toThrow(NoSuchPlace);
  });
});

describe('numbers', () => {
  const own = () => ({ text: '99', supplied: true });
  const figures = (source: string) =>
    [...numbersInVolume(readVolume(source), own)].map(([id, { text }]) => `${id}=${text}`);

  it('are the documents’ own, save those that the order fixes', () => {
    expect(figures(small)).toEqual(['a=99', 'b=7', 'c=99']);
  });

  it('are counted by place, on from a fixed one, without the enclosures', () => {
    const counted = edited(small, { change: 'numbering', value: 'by-place' });
    expect(counted).toContain('<list type="documents" rend="numbered">');
    expect(figures(counted)).toEqual(['a=1', 'b=7', 'c=8']);
    expect(figures(edited(counted, { change: 'number', letter: 'b', number: null }))).toEqual([
      'a=1',
      'b=2',
      'c=3',
    ]);
    expect(figures(edited(counted, { change: 'number', letter: 'b', number: '1a' }))).toEqual([
      'a=1',
      'b=1a',
      'c=2',
    ]);
    expect(figures(edited(counted, place('b', { enclosedIn: 'a', after: null })))).toEqual([
      'a=1',
      'b=7',
      'c=2',
    ]);
    expect(edited(counted, { change: 'numbering', value: 'as-written' })).toBe(small);
  });
});

describe('the house style', () => {
  const rule = [
    { type: 'signed', place: 'lower-left' },
    { type: 'sent', place: 'under-number' },
  ] as const;

  it('states which date prints where', () => {
    const stated = edited(small.replace('<text>', '<teiHeader/><text>'), {
      change: 'date-rule',
      value: rule,
    });
    expect(readVolume(stated).dateRule).toEqual(rule);
    const other = [{ type: 'received', place: 'under-number' }] as const;
    const anew = edited(stated, { change: 'date-rule', value: other });
    expect(readVolume(anew).dateRule).toEqual(other);
    expect(readVolume(edited(anew, { change: 'date-rule', value: rule })).dateRule).toEqual(rule);
  });

  it('of the sample says how supplied dates are written, beside its rule', () => {
    const styled = edited(sample, { change: 'date-style', value: 'day month year' });
    expect(readVolume(styled)).toMatchObject({
      dateStyle: 'day month year',
      dateRule: readVolume(sample).dateRule,
    });
    expect(readVolume(edited(styled, { change: 'date-style', value: null })).dateStyle).toBeUndefined();
    const named = edited(styled, { change: 'name-style', value: 'surname first' });
    expect(readVolume(named)).toMatchObject({ nameStyle: 'surname first', dateStyle: 'day month year' });
    expect(edited(named, { change: 'name-style', value: null })).toBe(styled);
    const bare = edited(styled, { change: 'leave-images-out', value: true });
    expect(bare).toContain('<rendition scheme="free" selector="facsimile">not published</rendition>');
    expect(readVolume(bare)).toMatchObject({ leavesImagesOut: true, dateStyle: 'day month year' });
    expect(edited(bare, { change: 'leave-images-out', value: false })).toBe(styled);
    expect(readVolume(styled).leavesImagesOut).toBe(false);
  });

  it('says how it is set in print, in CSS, and nothing of what is as usual', () => {
    const page = {
      ...usualPage,
      template: 'documentary diplomatic',
      width: 170,
      inner: 22.5,
      face: 'Alegreya',
      size: 10,
      figures: 'lining',
      missingGlyphs: 'warn',
      deadReferences: 'stop',
      overfullLines: 'stop',
    } as const;
    const stated = edited(sample, { change: 'page', value: page });
    expect(stated).toContain(
      '<rendition scheme="css" selector="@page :right">size: 170mm 234mm; margin: 21.5mm 28.55mm 24.8mm 22.5mm</rendition>',
    );
    expect(stated).toContain(
      '<rendition scheme="css" selector="text">font: 10pt "Alegreya"; font-variant-numeric: lining-nums</rendition>',
    );
    expect(stated).toContain('<rendition scheme="free" selector="text">missing glyphs: warn</rendition>');
    expect(stated).toContain('<rendition scheme="free" selector="text">overfull lines: stop</rendition>');
    expect(readVolume(stated)).toMatchObject({ page, dateRule: readVolume(sample).dateRule });
    const press = { ...page, template: 'university press', width: 156, inner: 19.5 } as const;
    expect(readVolume(edited(stated, { change: 'page', value: press })).page).toEqual(press);
    expect(edited(stated, { change: 'page', value: usualPage })).toBe(sample);
  });

  it.each(['size: 20mm 30mm', 'size: 156mm 234mm; margin: 21mm 80mm 24mm 70mm', 'size: #panic("out")'])(
    'is set as usual where it states a page that cannot be: %s',
    (words) => {
      const rendition = `<rendition scheme="css" selector="@page :right">${words}</rendition></tagsDecl>`;
      expect(readVolume(sample.replace('</tagsDecl>', rendition)).page).toEqual(usualPage);
    },
  );

  it('says how notes are labelled and which are not used, and leaves what it says of them in other words', () => {
    const rules = [
      { series: 'footnote', isUsed: true, scope: 'document', style: 'letters' },
      { series: 'textual', isUsed: false, scope: 'document', style: 'letters' },
    ] as const;
    const stated = edited(sample, { change: 'note-rules', value: rules });
    expect(readVolume(stated)).toMatchObject({ noteRules: rules, dateRule: readVolume(sample).dateRule });
    expect(stated).toContain('selector="note[type=footnote]">numbered by document, in letters<');
    expect(stated).toContain('selector="note[type=textual]">not used<');
    expect(edited(stated, { change: 'note-rules', value: [] })).toBe(sample);
    const other = sample.replace(
      '</tagsDecl>',
      '<rendition scheme="free" selector="note[type=endnote]">small, at the end</rendition></tagsDecl>',
    );
    expect(
      edited(edited(other, { change: 'note-rules', value: rules }), { change: 'note-rules', value: [] }),
    ).toBe(other);
  });

  it('declares languages, and refuses what is none', () => {
    const two = edited(sample, { change: 'languages', value: ['en', 'ru'] });
    expect(two).toContain('<language ident="ru">Russian</language>');
    expect(edited(two, { change: 'languages', value: ['en'] })).toBe(sample);
    const russian = edited(two, { change: 'languages', value: ['ru', 'en', 'fr'] });
    expect(readVolume(russian)).toMatchObject({ language: 'ru', languages: ['ru', 'en', 'fr'] });
    expect(edited(russian, { change: 'languages', value: ['en', 'ru'] })).toBe(two);
    const unsaid = edited(
      small.replace('<text>', '<teiHeader><profileDesc><langUsage/></profileDesc></teiHeader><text>'),
      {
        change: 'languages',
        value: ['ru', 'en'],
      },
    );
    expect(readVolume(unsaid)).toMatchObject({ language: 'ru', languages: ['ru', 'en'] });
    expect(() => volumePatches(sample, { change: 'languages', value: ['en', 'no language'] })).toThrow(
      CannotWrite,
    );
  });

  it('has the front matter in another order', () => {
    const after = edited(sample, { change: 'matter', piece: 'publishers-note', before: 'foreword' });
    expect(readVolume(after).front.map(({ id }) => id)).toEqual([
      'title-page',
      'commission-members',
      'contents',
      'publishers-note',
      'foreword',
    ]);
    expect(edited(after, { change: 'matter', piece: 'publishers-note', before: null })).toBe(sample);
    expect(() => volumePatches(sample, { change: 'matter', piece: 'nothing', before: null })).toThrow(
      NoSuchPlace,
    );
  });
});

describe('the register of messages that were not found', () => {
  const message = {
    senders: [{ name: 'Truman', ref: '#truman' }],
    addressees: [{ name: 'Stalin', ref: '#stalin' }],
    date: { when: '1945-06', notBefore: undefined, notAfter: undefined, cert: 'low', printed: 'June 1945' },
    evidence: 'Mentioned in Byrnes, p. 64.',
  };

  it('is begun with its first entry, and ends with its last', () => {
    const begun = edited(sample, { change: 'non-extant', value: message });
    expect(readVolume(begun).nonExtant).toEqual([{ id: 'not-found-1', ...message }]);
    expect(begun).toContain(
      '<persName role="sender" ref="#truman">Truman</persName> to <persName role="addressee" ref="#stalin">Stalin</persName>, <date when="1945-06" cert="low">June 1945</date>. <bibl>Mentioned in Byrnes, p. 64.</bibl>',
    );
    expect(edited(begun, { change: 'non-extant', index: 0, value: null })).toBe(sample);
  });

  it('changes a word in its place, and writes an entry of other parts anew', () => {
    const begun = edited(sample, { change: 'non-extant', value: message });
    const value = { ...message, evidence: 'Mentioned in Byrnes, p. 65.' };
    expect(edited(begun, { change: 'non-extant', index: 0, value })).toBe(
      begun.replace('p. 64.</bibl>', 'p. 65.</bibl>'),
    );
    const other = { ...message, addressees: [], date: undefined };
    expect(readVolume(edited(begun, { change: 'non-extant', index: 0, value: other })).nonExtant).toEqual([
      { id: 'not-found-1', ...other },
    ]);
  });

  it('takes none without evidence', () => {
    expect(() =>
      volumePatches(sample, { change: 'non-extant', value: { ...message, evidence: ' ' } }),
    ).toThrow(CannotWrite);
  });
});
