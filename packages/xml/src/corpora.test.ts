import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkWellFormed } from './check-well-formed.js';
import { decode } from './decode.js';
import { encode } from './encode.js';
import { lex } from './lex.js';

const corpora = new URL('../../../../shared/corpora', import.meta.url).pathname;

const files = existsSync(corpora)
  ? readdirSync(corpora, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xml'))
  : [];

describe.skipIf(files.length === 0)(
  'the letters of ../shared/corpora (skipped where they are absent)',
  () => {
    it('come back as the same bytes, token by token', () => {
      const malformed: string[] = [];
      for (const name of files) {
        const bytes = readFileSync(join(corpora, name));
        const { text, encoding, bom } = decode(bytes);
        const rejoined = lex(text)
          .map(({ start, end }) => text.slice(start, end))
          .join('');
        expect(bytes.equals(encode(rejoined, { encoding, bom })), name).toBe(true);
        if (checkWellFormed(text)) malformed.push(name);
      }
      expect(malformed.length).toBeLessThan(files.length / 100);
    });
  },
);
