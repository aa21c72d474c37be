import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkWellFormed, decode, encode } from '@chancery/xml';
import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { type OpenLetter, openLetter } from './open-letter.js';
import { proveEdit } from './random-edit/prove-edit.js';
import { blindEdit, randomEdit, seededRandom } from './random-edit.js';
import { schema } from './schema/schema.js';
import { applySteps } from './to-tei/apply-steps.js';

const shared = new URL('../../../../shared/corpora', import.meta.url).pathname;
const own = new URL('../../../corpus', import.meta.url).pathname;
/** How many random edits are made in each letter that is tried at length; raise it for a longer run. */
const EDITS = Number(process.env.CHANCERY_FUZZ_EDITS ?? 8);
const SEED = Number(process.env.CHANCERY_FUZZ_SEED ?? 1);

const lettersIn = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.xml'))
        .sort()
        .map((name) => join(folder, name))
    : [];

/** The bytes in which two sources differ, as offsets into the first. */
function hunk(before: string, after: string): { from: number; to: number; text: string } {
  let from = 0;
  while (from < before.length && before[from] === after[from]) from += 1;
  let end = 0;
  while (end < Math.min(before.length, after.length) - from && before.at(-1 - end) === after.at(-1 - end))
    end += 1;
  return { from, to: before.length - end, text: after.slice(from, after.length - end) };
}

/** Positions of the first word of five letters that stands in the text as it stands in the source. */
function someWord(letter: OpenLetter): { from: number; to: number } | undefined {
  let found: { from: number; to: number } | undefined;
  letter.doc.descendants((node, pos) => {
    const at = found ? -1 : (node.text?.search(/(?<!\p{L})\p{Ll}{5}(?!\p{L})/u) ?? -1);
    if (at >= 0) found = { from: pos + at, to: pos + at + 5 };
  });
  return found;
}

function changeOneWord(name: string, letter: OpenLetter): void {
  const word = someWord(letter);
  if (!word) return;
  const marks = letter.doc.resolve(word.from + 1).marks();
  const tr = new Transform(letter.doc).replaceWith(word.from, word.to, schema.text('QQQQQ', marks));
  const after = applySteps(letter, tr.steps);
  const start = letter.map.starts[word.from] ?? 0;
  expect(hunk(letter.source, after.source), name).toEqual({ from: start, to: start + 5, text: 'QQQQQ' });
}

function editAtRandom(name: string, opened: OpenLetter, edits: number, seed: number): void {
  const random = seededRandom(seed);
  let letter = opened;
  for (let count = 0; count < edits; count += 1) {
    // Every second edit does not ask the element table, and so leads to stranger places.
    const edit = count % 2 ? blindEdit(letter.doc, random) : randomEdit(letter.doc, random);
    if (!edit) continue;
    const place = `${name}, seed ${seed}, edit ${count}: ${edit.kind}`;
    const after = attempt(place, () => proveEdit(letter, edit.transform));
    const cut = { ...letter, options: { ...letter.options, provedWhole: 0 } };
    const byPart = attempt(place, () => applySteps(cut, edit.transform.steps));
    expect(byPart.source === after.source, place).toBe(true);
    expect(Buffer.from(byPart.map.starts.buffer).equals(Buffer.from(after.map.starts.buffer)), place).toBe(
      true,
    );
    letter = after;
  }
}

function attempt<T>(place: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new Error(`${place}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function openAndSave(name: string): OpenLetter | undefined {
  const bytes = readFileSync(name);
  const { text, encoding, bom } = decode(bytes);
  if (checkWellFormed(text)) return undefined;
  const letter = openLetter(text);
  expect(letter.map.starts.length, name).toBe(letter.doc.content.size);
  expect(bytes.equals(encode(letter.source, { encoding, bom })), name).toBe(true);
  return letter;
}

/** Between two tokens stand tags and white space only. */
function checkGaps(name: string, { source, map }: OpenLetter): void {
  for (let at = 1; at < map.starts.length; at += 1) {
    const before = map.ends[at - 1] ?? 0;
    const start = map.starts[at] ?? 0;
    if (before === start) continue;
    const gap = source.slice(before, start);
    if (before > start || !/^(?:\s|<[^!?][^>]*>)*$/.test(gap)) expect.fail(`${name}: ${before} ${gap}`);
  }
}

describe.each([
  ['corpus', lettersIn(own), 1],
  ['../shared/corpora', lettersIn(shared), 25],
])('the letters of %s (skipped where they are absent)', (_, files, every) => {
  it.skipIf(files.length === 0)(
    'are saved as the same bytes, and with one word changed as all others',
    () => {
      let opened = 0;
      for (const name of files) {
        const letter = openAndSave(name);
        if (!letter) continue;
        opened += 1;
        changeOneWord(name, letter);
      }
      expect(opened).toBeGreaterThan(files.length * 0.99);
    },
    180_000,
  );

  it.skipIf(files.length === 0)(
    'hold through random edits, and come back by undoing',
    () => {
      files.forEach((name, index) => {
        if (index % every !== 0) return;
        const letter = openAndSave(name);
        if (letter) checkGaps(name, letter);
        if (letter) editAtRandom(basename(name), letter, EDITS, SEED + index);
      });
    },
    180_000,
  );
});
