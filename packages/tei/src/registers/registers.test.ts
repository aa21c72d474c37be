import { parseTree } from '@chancery/xml';
import { describe, expect, it, test } from 'vitest';
import { CannotWrite } from '../header/write/cannot-write.js';
import { patched } from '../header/write/source-patch.js';
import { authorityAddress } from './authority-address.js';
import { authorityFault } from './authority-fault.js';
import { indexedName, withListedNames } from './indexed-name.js';
import { indexedText } from './indexed-text.js';
import { readNameUses } from './read-name-uses.js';
import { readRegisters } from './read-registers.js';
import { pointersAt, redirectPatches } from './redirect-patches.js';
import type { EntryFacts, RegisterEdit, RegisterKind } from './register.js';
import { freshEntryId, registerPatches } from './register-patches.js';

const volume = `<TEI>
  <teiHeader>
    <profileDesc>
      <particDesc>
        <listPerson>
          <person xml:id="ada">
            <persName>Ada Lovelace</persName>
            <birth when="1815-12-10"/><death when="1852"/>
            <note>Mathematician, <hi>of genius</hi>.</note>
            <idno type="GND">118642499</idno>
          </person>
          <person xml:id="babbage"><persName>Charles Babbage</persName></person>
        </listPerson>
      </particDesc>
    </profileDesc>
  </teiHeader>
  <standOff>
    <listBibl>
      <bibl xml:id="sketch">L. Menabrea, <title>Sketch of the Analytical Engine</title>, 1842. <idno type="DOI">10.1/x</idno></bibl>
    </listBibl>
  </standOff>
  <text><body><p><persName ref="#ada">Ada</persName></p></body></text>
</TEI>`;

const facts = (name: string, more: Partial<EntryFacts> = {}): EntryFacts => ({
  names: [name],
  authorityIds: [],
  ...more,
});
const edited = (edit: RegisterEdit, source = volume) => patched(source, registerPatches(source, edit));
const entry = (id: string, source: string) => readRegisters(parseTree(source)).find((each) => each.id === id);

describe('a register', () => {
  it('is read with names, dates, description and identifiers', () => {
    expect(readRegisters(parseTree(volume))).toEqual([
      {
        kind: 'persons',
        id: 'ada',
        names: ['Ada Lovelace'],
        dates: '1815–1852',
        description: 'Mathematician, of genius.',
        authorityIds: [{ authority: 'GND', id: '118642499' }],
      },
      { kind: 'persons', id: 'babbage', names: ['Charles Babbage'], authorityIds: [] },
      {
        kind: 'bibliography',
        id: 'sketch',
        names: ['L. Menabrea, Sketch of the Analytical Engine, 1842.'],
        authorityIds: [{ authority: 'DOI', id: '10.1/x' }],
      },
    ]);
  });

  it('changes in nothing but what is changed', () => {
    const set: RegisterEdit = {
      change: 'set',
      id: 'ada',
      facts: {
        names: ['Ada, Countess of Lovelace', 'A. A. L.'],
        dates: '1815–1852',
        description: 'Mathematician, of genius.',
        authorityIds: [{ authority: 'GND', id: '118642499' }],
      },
    };
    expect(edited(set)).toBe(
      volume.replace(
        '<persName>Ada Lovelace</persName>',
        '<persName>Ada, Countess of Lovelace</persName>\n            <persName>A. A. L.</persName>',
      ),
    );
  });

  it('takes what is new, and lets go of what is taken away', () => {
    const full: EntryFacts = {
      names: ['Babbage', 'Charles Babbage'],
      dates: '1791–1871',
      description: 'Of the engines.',
      authorityIds: [
        { authority: 'Wikidata', id: 'Q46633' },
        { authority: 'VIAF', id: '41887917' },
      ],
    };
    const written = edited({ change: 'set', id: 'babbage', facts: full });
    expect(entry('babbage', written)).toEqual({ kind: 'persons', id: 'babbage', ...full });
    const bare = edited({ change: 'set', id: 'babbage', facts: facts('Babbage') }, written);
    expect(entry('babbage', bare)).toEqual({ kind: 'persons', id: 'babbage', ...facts('Babbage') });
  });

  test.each<[RegisterKind, string]>([
    ['persons', 'listPerson'],
    ['places', 'listPlace'],
    ['organisations', 'listOrg'],
    ['bibliography', 'listBibl'],
  ])('of %s takes a new entry, also where there was none', (kind, list) => {
    const added = facts('Somerville', {
      description: 'Added.',
      authorityIds: [{ authority: 'GND', id: '118642499' }],
    });
    for (const source of [volume, '<TEI><teiHeader><fileDesc/></teiHeader></TEI>']) {
      const written = edited({ change: 'add', kind, id: 'new', facts: added }, source);
      expect(entry('new', written)).toEqual({ kind, id: 'new', ...added });
      expect(written).toContain(`<${list}`);
      expect(edited({ change: 'remove', id: 'new' }, written)).not.toContain('Somerville');
    }
  });

  it('refuses what cannot stand', () => {
    expect(() => edited({ change: 'set', id: 'ada', facts: facts(' ') })).toThrow(CannotWrite);
    const wrong = facts('Ada', { authorityIds: [{ authority: 'GND', id: '118642498' }] });
    expect(() => edited({ change: 'set', id: 'ada', facts: wrong })).toThrow(/last figure would be 9/);
    expect(() => edited({ change: 'remove', id: 'nobody' })).toThrow(/no more/);
  });

  it('names new entries by their last word, each by another', () => {
    const tei = parseTree(volume);
    expect(freshEntryId(tei, 'Sir John Herschel')).toBe('herschel');
    expect(freshEntryId(tei, 'Ada')).toBe('ada-2');
    expect(freshEntryId(tei, 'Чехов')).toBe('entry');
  });
});

describe('names in a letter', () => {
  const letter = `<TEI><teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt></fileDesc>
    <profileDesc><correspDesc><persName ref="../volume.xml#ada">Ada</persName></correspDesc></profileDesc></teiHeader>
    <text><body><p>Babbage is well. <persName>Babbage</persName> saw <persName ref="../volume.xml#ada">Ada</persName>.
    Then <persName ref="../volume.xml#ada">Ada</persName> went to <placeName ref="https://www.geonames.org/1"><settlement>London</settlement></placeName>
    with <title>Faust</title>, see <ref target="../volume.xml#sketch">the Sketch</ref>.</p></body></text></TEI>`;

  it('are read with where they lead and their sentence', () => {
    expect(readNameUses(parseTree(letter), 'letters/one.xml')).toMatchObject([
      { kind: 'persons', path: 'volume.xml', target: 'ada', isInHeader: true },
      { kind: 'persons', words: 'Babbage' },
      { kind: 'persons', target: 'ada', context: 'Babbage saw Ada.' },
      {
        kind: 'persons',
        target: 'ada',
        context: 'Then Ada went to London with Faust, see the Sketch.',
        isInHeader: false,
      },
      { kind: 'places', words: 'London', written: 'https://www.geonames.org/1' },
      { kind: 'bibliography', words: 'Faust' },
      { kind: 'pointer', words: 'the Sketch', path: 'volume.xml', target: 'sketch' },
    ]);
  });

  it('stand in as much of a long sentence as is near them, in whole words', () => {
    const long = 'word '.repeat(60);
    const sentence = `<TEI><text><body><p>${long}<persName>Ada</persName> ${long}</p></body></text></TEI>`;
    const [use] = readNameUses(parseTree(sentence), 'letters/one.xml');
    expect(use?.context).toMatch(/^…(?:word ){30,32}Ada(?: word){30,32}…$/);
    const initials = `<TEI><text><body><p>So. He saw Mr. J. V. <persName>Stalin</persName> in No. 3. Then.</p></body></text></TEI>`;
    const [other] = readNameUses(parseTree(initials), 'letters/one.xml');
    expect(other?.context).toBe('He saw Mr. J. V. Stalin in No. 3.');
  });

  const redirection = { file: 'letters/one.xml', volume: 'volume.xml', from: 'ada', into: 'babbage' };

  it('are given to another entry, all or some, and back', () => {
    const all = patched(letter, redirectPatches(letter, redirection));
    expect(all).toBe(letter.replaceAll('volume.xml#ada', 'volume.xml#babbage'));
    expect(pointersAt(letter, redirection)).toEqual({ pointers: [0, 1, 2], of: 3 });
    const one = patched(letter, redirectPatches(letter, { ...redirection, places: [3] }));
    expect(readNameUses(parseTree(one), 'letters/one.xml').map(({ target }) => target)).toEqual([
      'ada',
      undefined,
      'ada',
      'babbage',
      undefined,
      undefined,
      'sketch',
    ]);
    const back = { ...redirection, from: 'babbage', into: 'ada' };
    expect(patched(one, redirectPatches(one, { ...back, pointers: [2] }))).toBe(letter);
    expect(patched(one, redirectPatches(one, { ...back, pointers: [0, 1] }))).toBe(one);
  });

  it('of another file stay', () => {
    const elsewhere = letter.replaceAll('volume.xml', 'other.xml');
    expect(redirectPatches(elsewhere, redirection)).toEqual([]);
  });
});

test.each([
  ['GND', '118642499', undefined],
  ['GND', '4011882-4', undefined],
  ['GND', '2031351-2', undefined],
  ['GND', '118540238', undefined],
  ['GND', '118529579', undefined],
  ['GND', '11852957X', /would be 9/],
  ['GND', '118592579', /two are exchanged/],
  ['GND', '118642498', /would be 9/],
  ['GND', 'Q7259', /no GND number/],
  ['VIAF', '41887917', undefined],
  ['VIAF', 'viaf41887917', /no VIAF number/],
  ['Wikidata', 'Q7259', undefined],
  ['Wikidata', '7259', /no Wikidata item/],
  ['GeoNames', '524901', undefined],
  ['GeoNames', '0', /no GeoNames number/],
  ['LCNAF', 'n79-41870', undefined],
  ['LCNAF', ' ', /missing/],
])('%s %s is checked for its form', (authority, id, fault) => {
  const found = authorityFault({ authority, id });
  if (fault === undefined) expect(found).toBeUndefined();
  else expect(found).toMatch(fault);
});

test.each([
  ['GND', '118540238', 'https://d-nb.info/gnd/118540238'],
  ['viaf', '41887917', 'https://viaf.org/viaf/41887917'],
  ['Wikidata', 'Q7259', 'http://www.wikidata.org/entity/Q7259'],
  ['GeoNames', '524901', 'https://www.geonames.org/524901'],
  [
    'LCNAF',
    'https://id.loc.gov/authorities/names/n79041870',
    'https://id.loc.gov/authorities/names/n79041870',
  ],
  ['LCNAF', 'n79041870', undefined],
  ['GND', '118592579', undefined],
  ['VIAF', 'javascript:alert(1)', undefined],
])('%s %s leads to its page, or nowhere', (authority, id, address) => {
  expect(authorityAddress({ authority, id })).toBe(address);
});

test('names that an index leads to are found by identifiers: the first of each, in each part anew', () => {
  const back = '<back><div type="notes"><note><persName ref="#ada">A.</persName></note></div></back>';
  const text = `<TEI><teiHeader><persName ref="#ada"/></teiHeader><text><front><titlePage><persName ref="#ada">Ada</persName></titlePage>
<div type="foreword"><p><persName ref="#ada">Ada</persName>, <placeName xml:id="p" ref="#london">London</placeName> and <persName ref="#ada">Ada</persName>,
<persName ref="#foreword-ada" xml:id="foreword-ada">she</persName>, <persName>Bob</persName></p></div></front><body/>${back}</text></TEI>`;
  const { source, names } = indexedText(text, 'volume.xml', 'volume.xml');
  expect(names).toEqual([
    { entry: 'ada', id: 'foreword-ada-', part: 'foreword' },
    { entry: 'london', id: 'p', part: 'foreword' },
    { entry: 'foreword-ada', id: 'foreword-ada', part: 'foreword' },
    { entry: 'ada', id: 'notes-ada', part: 'notes' },
  ]);
  expect(source.replace(' xml:id="foreword-ada-"', '').replace(' xml:id="notes-ada"', '')).toBe(text);
  expect(source).toContain('<note><persName xml:id="notes-ada" ref="#ada">A.</persName></note>');
  expect(indexedText(text, 'letters/a.xml', 'volume.xml').names).toEqual([]);
});

test.each([
  ['persons', 'Clement R. Attlee', 'Attlee, Clement R.'],
  ['persons', 'John Smith Jr.', 'Smith, John Jr.'],
  ['persons', 'Hitler', 'Hitler'],
  ['persons', 'Lovelace, Ada', 'Lovelace, Ada'],
  ['places', 'Great Britain', 'Great Britain'],
] as const)('in an index of %s, %s is %s', (kind, name, indexed) => {
  expect(indexedName(kind, name)).toBe(indexed);
});

test('lists have the surname first where the volume says so, and nothing else is touched', () => {
  const names =
    '<listPerson><person xml:id="a"><persName>Clement R. Attlee</persName></person></listPerson><listPlace><place xml:id="l"><placeName>New York</placeName></place></listPlace>';
  const file = (listed: string) =>
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc>${listed}</profileDesc></teiHeader></TEI>`;
  expect(withListedNames(file(names), { nameStyle: 'surname first' })).toBe(
    file(names.replace('Clement R. Attlee', 'Attlee, Clement R.')),
  );
  expect(withListedNames(file(names), {})).toBe(file(names));
});
