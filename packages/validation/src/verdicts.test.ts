import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkWellFormed, decode, parseTree } from '@chancery/xml';
import { describe, expect, test } from 'vitest';
import { readSchemas } from './node.js';
import { compileSchema } from './relaxng/compile-schema.js';
import { explain } from './relaxng/explain.js';
import { readGrammar } from './relaxng/read-grammar.js';

const repository = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const corpora = join(repository, '../shared/corpora');
/** James Clark's validator, where it is installed; the environment may say where. */
const jingCommand = process.env.JING ?? 'jing';
const jing = spawnSync(jingCommand, ['-version']).error === undefined;
const { rng } = readSchemas();
const compiled = compileSchema(rng);
const grammar = readGrammar(rng);

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.xml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Sources that are well-formed, with where they came from. */
function readable(paths: readonly string[]): { path: string; source: string }[] {
  return paths
    .map((path) => ({ path, source: decode(readFileSync(path)).text }))
    .filter(({ source }) => checkWellFormed(source) === undefined);
}

/** Numbers below `limit`, the same on every run. */
function sequence(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** The letter with one tag renamed, one attribute changed or one element taken out. */
function damaged(source: string, below: (limit: number) => number): string {
  const elements = [...source.matchAll(/<([A-Za-z]+)((?: [\w:]+="[^"]*")*)(\/?)>/g)];
  const chosen = elements[below(elements.length)];
  if (chosen === undefined) return source;
  const [tag, name = '', attributes = '', empty = ''] = chosen;
  const at = chosen.index;
  const others = ['p', 'persName', 'head', 'div', 'ptr', 'date', 'foo'];
  switch (below(4)) {
    case 0:
      return `${source.slice(0, at)}<${name}${attributes} foo="1"${empty}>${source.slice(at + tag.length)}`;
    case 1:
      return `${source.slice(0, at)}<${others[below(others.length)]}/>${source.slice(at)}`;
    case 2:
      return (
        source.slice(0, at) + tag.replace(/="[^"]*"/, '="no such value"') + source.slice(at + tag.length)
      );
    default:
      return empty === '/'
        ? source.slice(0, at) + source.slice(at + tag.length)
        : `${source.slice(0, at)}stray ${source.slice(at)}`;
  }
}

describe('our explanation gives libxml2’s verdict', () => {
  const letters = readable(filesUnder(join(repository, 'corpus')));

  test('on the sample volume', () => {
    for (const { source } of letters) {
      expect(compiled.verdict(source)).toBeUndefined();
      expect(explain(grammar, source, parseTree(source))).toEqual([]);
    }
  });

  test('on the sample volume, damaged 400 times', () => {
    const below = sequence(1941);
    let invalid = 0;
    for (let round = 0; round < 400; round++) {
      const { source } = letters[below(letters.length)] ?? { source: '' };
      const worse = damaged(source, below);
      if (checkWellFormed(worse) !== undefined) continue;
      const refused = compiled.verdict(worse) !== undefined;
      expect(explain(grammar, worse, parseTree(worse)).length > 0, worse).toBe(refused);
      if (refused) invalid += 1;
    }
    expect(invalid).toBeGreaterThan(100);
  });

  test.skipIf(!existsSync(corpora))('on real letters of four editions', () => {
    for (const edition of readdirSync(corpora, { withFileTypes: true }).filter((each) =>
      each.isDirectory(),
    )) {
      const paths = filesUnder(join(corpora, edition.name)).filter((_, index) => index % 40 === 0);
      for (const { path, source } of readable(paths)) {
        const refused = compiled.verdict(source) !== undefined;
        expect(explain(grammar, source, parseTree(source)).length > 0, path).toBe(refused);
      }
    }
  });
});

describe('libxml2 gives jing’s verdict', () => {
  /** Those of the files that jing refuses. They must be well-formed: at one that is not, jing stops. */
  function refusedByJing(paths: readonly string[]): Set<string> {
    const schema = join(repository, 'schemas/letters.rng');
    const { stdout } = spawnSync(jingCommand, ['-i', schema, ...paths], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    return new Set(
      stdout.split('\n').flatMap((line) => /^(.*?):\d+:\d+: (?:error|fatal):/.exec(line)?.[1] ?? []),
    );
  }

  test.skipIf(!jing || !existsSync(corpora))('on real letters of four editions', () => {
    const letters = readable(filesUnder(corpora).filter((_, index) => index % 40 === 0));
    const refused = refusedByJing(letters.map(({ path }) => path));
    for (const { path, source } of letters) {
      expect(compiled.verdict(source) !== undefined, path).toBe(refused.has(path));
    }
  });

  test.skipIf(!jing)('on damaged letters', () => {
    const folder = mkdtempSync(join(tmpdir(), 'chancery-jing-'));
    try {
      const below = sequence(1957);
      const letters = readable(filesUnder(join(repository, 'corpus/letters')));
      const paths = Array.from({ length: 60 }, (_, index) => {
        const path = join(folder, `${index}.xml`);
        writeFileSync(path, damaged(letters[below(letters.length)]?.source ?? '', below));
        return path;
      });
      const wellFormed = readable(paths);
      const refused = refusedByJing(wellFormed.map(({ path }) => path));
      expect(refused.size).toBeGreaterThan(10);
      for (const { path, source } of wellFormed) {
        expect(compiled.verdict(source) !== undefined, source).toBe(refused.has(path));
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
