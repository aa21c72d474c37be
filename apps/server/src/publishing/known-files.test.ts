import { expect, test } from 'vitest';
import { KnownFiles } from './known-files.js';

test('a file that is like the one before in all is that one, and no other', () => {
  const edition = () => ({
    volume: { path: 'volume.xml', source: '<TEI n="volume"/>' },
    letters: [
      { path: 'letters/a.xml', source: '<TEI n="a"/>' },
      { path: 'letters/b.xml', source: '<TEI n="b"/>', bytes: new Uint8Array([0xfe, 0xff]) },
      { path: 'letters/c.xml', source: '<TEI n="c"/>', id: 'c' },
    ],
  });
  const known = new KnownFiles();
  const first = known.again(edition());
  expect(first).toEqual(edition());
  const next = edition();
  const [a, b, c] = next.letters;
  if (!a || !b || !c) throw new Error('the edition has no letters');
  a.source = '<TEI n="other"/>';
  b.bytes = new Uint8Array([0xff, 0xfe]);
  const second = known.again({ ...next, letters: [c, b, a] });
  expect(second).toEqual({ ...next, letters: [c, b, a] });
  expect(second.volume).toBe(first.volume);
  expect(second.letters.map((file) => first.letters.includes(file))).toEqual([true, false, false]);
  // Those of an edition before the last are let go.
  known.again({ ...edition(), letters: [] });
  expect(known.again(edition()).letters.some((file) => first.letters.includes(file))).toBe(false);
});
