import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { safePath, zip } from './zip.js';

it('holds the files as they were given, and is the same whenever and wherever it is made', () => {
  const files = [
    { path: 'mimetype', content: 'plain', stored: true },
    { path: 'письма/один.xml', content: '<TEI/>' },
  ];
  const archive = zip(files);
  const zone = process.env.TZ;
  process.env.TZ = 'Pacific/Auckland';
  const elsewhere = zip(files);
  process.env.TZ = zone ?? 'UTC';
  expect(elsewhere).toEqual(archive);
  const read = unzipSync(archive);
  expect(Object.keys(read)).toEqual(['mimetype', 'письма/один.xml']);
  expect(strFromU8(read['письма/один.xml'] ?? new Uint8Array())).toBe('<TEI/>');
  // The first file's name stands at byte 30 and its bytes, stored, right behind it (PKWARE APPNOTE 4.3.7).
  expect(strFromU8(archive.subarray(30, 43))).toBe('mimetypeplain');
});

it.each([
  ['../../etc/passwd', 'etc/passwd'],
  ['/etc/passwd', 'etc/passwd'],
  ['C:\\Windows\\x.xml', 'C_/Windows/x.xml'],
  ['a/./b/../c.xml', 'a/b/c.xml'],
  ['bell\u0007<>|?*.xml', 'bell______.xml'],
  ['..', '_'],
  ['trailing. /x', 'trailing/x'],
])('unpacks %j within its folder', (path, safe) => {
  expect(safePath(path)).toBe(safe);
});

it('keeps two files whose names come to the same', () => {
  const read = unzipSync(
    zip([
      { path: '../a', content: '1' },
      { path: 'a', content: '2' },
    ]),
  );
  expect(Object.keys(read)).toEqual(['a', 'a~2']);
});
