import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWellFormed, decode } from '@chancery/xml';
import { describe, expect, it } from 'vitest';
import { openLetter } from './open-letter.js';

const corpora = new URL('../../../../shared/corpora', import.meta.url).pathname;
const own = new URL('../../../corpus', import.meta.url).pathname;

const files = [corpora, own].flatMap((folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.xml'))
        .map((name) => join(folder, name))
    : [],
);

describe.skipIf(files.length === 0)('letters of corpus/ and ../shared/corpora (skipped where absent)', () => {
  it('open with every byte of the root element in a token, a tag of a mark, or hidden white space', () => {
    for (const name of files) {
      const { text } = decode(readFileSync(name));
      if (checkWellFormed(text)) continue;
      const letter = openLetter(text);
      letter.doc.check();
      const { starts, ends } = letter.map;
      expect(starts.length, name).toBe(letter.doc.content.size);
      for (let at = 1; at < starts.length; at += 1) {
        const before = ends[at - 1] ?? 0;
        const start = starts[at] ?? 0;
        if (before === start) continue;
        const gap = text.slice(before, start);
        if (before > start || !/^(?:\s|<[^!?][^>]*>)*$/.test(gap)) expect.fail(`${name}: ${before} ${gap}`);
      }
    }
  });
});
