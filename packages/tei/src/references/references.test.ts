import { readFileSync } from 'node:fs';
import { parseTree } from '@chancery/xml';
import { describe, expect, it } from 'vitest';
import { patched } from '../header/write/source-patch.js';
import { NoSuchPlace } from '../volume/no-such-place.js';
import { type Anchor, anchorsOf } from './anchors-of.js';
import { cRefOf } from './c-ref-of.js';
import { pageNamePatches, pagesToName } from './pages-to-name.js';
import { pathFrom, pointerTo } from './path-from.js';
import { readReferences } from './read-references.js';
import { type KnownPlaces, referenceFault } from './reference-fault.js';

const letter = (body: string) =>
  parseTree(`<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>${body}</body></text></TEI>`);
const read = (body: string) => readReferences(letter(body), 'letters/a.xml');

describe('references', () => {
  it('are typed, lead to files of the edition, and bring their context', () => {
    const body = `<p>See <ptr type="document" target="b.xml"/> and <ref type="note" target="../volume.xml#endnote-3">note 3</ref>,
      <ptr type="page" target="b.xml#pb-2"/>, <ref cRef="volume-one/493">Volume One</ref>, <ref target="https://example.org">web</ref>,
      <ref target="#p2">below</ref>.<ptr type="endnote" target="../volume.xml#endnote-1"/></p>`;
    expect(read(body)).toMatchObject([
      { kind: 'letter', path: 'letters/b.xml', name: 'b', words: '', written: 'b.xml' },
      { kind: 'note', path: 'volume.xml', name: 'volume', fragment: 'endnote-3', words: 'note 3' },
      { kind: 'page', path: 'letters/b.xml', fragment: 'pb-2' },
      { kind: 'elsewhere', cRef: 'volume-one/493', words: 'Volume One' },
      { kind: 'letter', path: 'letters/a.xml', name: 'a', fragment: 'p2' },
    ]);
    expect(read(body)[0]?.context).toMatch(/^See … and note 3,/);
  });

  it('of the sample volume are those to documents elsewhere; the order of its letters is none', () => {
    const volume = readFileSync(new URL('../../../../corpus/volume.xml', import.meta.url), 'utf8');
    const found = readReferences(parseTree(volume), 'volume.xml');
    expect(found.filter(({ kind }) => kind !== 'elsewhere')).toEqual([]);
    expect(found.map(({ cRef }) => cRef)).toContain('volume-one/493');
  });

  it.each([
    ['letters/a.xml', '../volume.xml', 'volume.xml'],
    ['letters/a.xml', 'b.xml', 'letters/b.xml'],
    ['volume.xml', 'letters/a.xml', 'letters/a.xml'],
    ['a/b/c.xml', '../d/e.xml', 'a/d/e.xml'],
  ])('from %s by %s to %s, and back', (file, pointer, path) => {
    expect(pathFrom(file, pointer)).toBe(path);
    expect(pointerTo(file, path)).toBe(pointer);
  });
});

describe('pages that nothing can refer to yet', () => {
  const source =
    '<TEI><text><pb n="6"/><p xml:id="page-7"/><pb/><pb n="7"/><pb n="7"/><pb n="8" xml:id="x"/></text></TEI>';

  it('are given a name by their numbers that nothing else has', () => {
    expect(pagesToName(parseTree(source)).map(({ id }) => id)).toEqual(['page-6', 'page-7-2', 'page-7-3']);
    const named = patched(source, pageNamePatches(source, 'page-7-2'));
    expect(named).toContain('<pb/><pb n="7" xml:id="page-7-2"/><pb n="7"/>');
    expect(pageNamePatches(named, 'page-7-2')).toEqual([]);
    expect(() => pageNamePatches(source, 'page-9')).toThrow(NoSuchPlace);
  });
});

describe('a reference to another volume', () => {
  it.each([
    ['Volume One, pp. 368–369, Doc. No. 493', 'volume-one/493'],
    ['see Vol. II, p. 12', 'volume-ii/p.12'],
    ['Volume One, Nos. 12a and 13', 'volume-one/12a'],
    ['Volume One', undefined],
    ['No. 493', undefined],
  ])('“%s” is %s', (words, cRef) => {
    expect(cRefOf(words)).toBe(cRef);
  });
});

describe('a reference is at fault', () => {
  const files: Record<string, ReadonlyMap<string, Anchor>> = {
    'letters/b.xml': anchorsOf(letter('<p xml:id="p2">b<note xml:id="n1"/><pb xml:id="pb-2"/></p>')),
  };
  const known: KnownPlaces = {
    file: (path) => path in files,
    place: (path, _name, id) => files[path]?.get(id)?.element,
  };
  const fault = (reference: string) => {
    const [only] = read(`<p>${reference}</p>`);
    return only && referenceFault(only, known);
  };

  it.each([
    ['<ptr type="document" target="b.xml"/>', undefined],
    ['<ptr type="document" target="b.xml#p2"/>', undefined],
    ['<ptr type="note" target="b.xml#n1"/>', undefined],
    ['<ptr type="page" target="b.xml#pb-2"/>', undefined],
    ['<ref cRef="volume-one/493">Volume One</ref>', undefined],
    ['<ptr type="document" target="c.xml"/>', /does not have/],
    ['<ptr type="document" target="b.xml#p9"/>', /no such place/],
    ['<ptr type="note" target="b.xml#p2"/>', /to a note, and “b.xml#p2” is none/],
    ['<ptr type="page" target="b.xml"/>', /leads to a whole document/],
    ['<ref cRef="493">No. 493</ref>', /names it and the number there/],
  ])('%s', (reference, expected) => {
    if (expected) expect(fault(reference)).toMatch(expected);
    else expect(fault(reference)).toBeUndefined();
  });
});
