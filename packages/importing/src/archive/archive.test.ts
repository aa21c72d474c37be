import { strFromU8, strToU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { archiveOf } from './index.js';

test('every file is in the archive, also where several have one name', () => {
  const files = ['a.txt', 'b', 'a.txt', 'b', 'a (2).txt', 'a.txt'];
  const archive = unzipSync(archiveOf(files.map((name, at) => ({ name, bytes: strToU8(String(at)) }))));
  expect(Object.entries(archive).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual([
    ['a.txt', '0'],
    ['b', '1'],
    ['a (2).txt', '2'],
    ['b (2)', '3'],
    ['a (2) (2).txt', '4'],
    ['a (3).txt', '5'],
  ]);
});
