import { openLetter, schema } from '@chancery/prosemirror-tei';
import type { LetterVersion, TakenSteps } from '@chancery/server/api';
import { Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import { Film, type FilmSource } from './film.js';

const letter = openLetter(
  '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div><p>My dear Babbage</p></div></body></text></TEI>',
);
const start = Date.parse('2026-11-28T10:00:00Z');
const first = letter.doc.content.size - letter.doc.textContent.length - 5;

/** A letter into which two people type by turns, ten letters each; the pauses between them are of a minute. */
function typed(count: number): FilmSource & { asked: string[] } {
  const docs = [letter.doc];
  const steps: TakenSteps['steps'] = [];
  for (let version = 1; version <= count; version += 1) {
    const doc = docs.at(-1) ?? letter.doc;
    const transform = new Transform(doc).insert(first, schema.text('x'));
    docs.push(transform.doc);
    const sitting = Math.floor((version - 1) / 10);
    const at = new Date(start + sitting * 60_000 + version * 100).toISOString();
    const [step] = transform.steps;
    if (step) steps.push({ version, step: step.toJSON(), by: sitting % 2, at });
  }
  const asked: string[] = [];
  return {
    asked,
    async version(version): Promise<LetterVersion> {
      asked.push(`version ${version}`);
      // As when the batch ends a little later.
      const stored = version === 0 ? 0 : Math.min(count, version + 3);
      const doc = (docs[stored] ?? letter.doc).toJSON();
      return { version: stored, doc, by: null, at: new Date(start).toISOString() };
    },
    async steps(after, upTo) {
      asked.push(`steps ${after}-${upTo}`);
      const people = [
        { id: 'a', name: 'Ada' },
        { id: 'b', name: 'Bob' },
      ];
      return { people, steps: steps.slice(after, upTo) };
    },
  };
}

describe('a letter as it grew', () => {
  test('is shown at every version, with who had changed what', async () => {
    const film = new Film(25, typed(25));
    expect((await film.frame(0)).doc.eq(letter.doc)).toBe(true);
    const frame = await film.frame(14);
    expect(frame).toMatchObject({ version: 14, by: 'Bob', since: 11 });
    expect(frame.doc.textContent).toBe(`${'x'.repeat(14)}My dear Babbage`);
    expect(frame.places).toEqual([{ from: first, to: first + 4 }]);
  });

  test('goes on and back by what was done in one go', async () => {
    const film = new Film(25, typed(25));
    const stops = [0];
    while ((stops.at(-1) ?? 0) < 25) stops.push(await film.next(stops.at(-1) ?? 0));
    expect(stops).toEqual([0, 10, 20, 25]);
    expect(await film.next(25)).toBe(25);
    expect(await film.previous(25)).toBe(20);
    expect(await film.previous(14)).toBe(10);
    expect(await film.previous(0)).toBe(0);
  });

  test('fetches no more than is looked at, and each stretch once', async () => {
    const source = typed(900);
    const film = new Film(900, source);
    for (const version of [510, 511, 600]) await film.frame(version);
    expect(source.asked).toEqual(['version 500', 'steps 503-900']);
    // The state that begins the stretch lies behind this one.
    expect((await film.frame(501)).doc.textContent).toHaveLength(501 + 'My dear Babbage'.length);
    expect(source.asked.slice(2)).toEqual(['version 250', 'steps 253-753']);
  });
});
