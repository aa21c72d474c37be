import fc from 'fast-check';
import { undo } from 'prosemirror-history';
import { describe, expect, it } from 'vitest';
import type { Loss } from './loss.js';
import type { IncomingStep } from './receive.js';
import { Client } from './testing/authority.js';
import { edits, letter, type RandomEdit } from './testing/writers.js';

/** Who does what, in which order; a number is that client’s turn to hear of the others and to be heard. */
type Course = readonly (readonly [number, RandomEdit | undefined])[];

const courses = (clients: number): fc.Arbitrary<Course> =>
  fc
    .array(fc.tuple(fc.nat(clients - 1), edits(1), fc.boolean()), { minLength: 4, maxLength: 16 })
    .map((turns) => turns.map(([who, [edit], syncs]) => [who, syncs ? undefined : edit] as const));

function together(course: Course, count: number): Client[] {
  const authority: IncomingStep[] = [];
  const clients = Array.from({ length: count }, (_, index) => new Client(`client ${index}`, authority));
  for (const [who, edit] of course) {
    if (edit) clients[who]?.edit(edit);
    else clients[who]?.sync();
  }
  settle(clients);
  return clients;
}

function settle(clients: readonly Client[]): void {
  for (let round = 0; round < 2; round += 1) for (const client of clients) client.sync();
}

const inLetter = new Set(letter.textContent);
const count = (text: string, char: string) => text.split(char).length - 1;
const told = (losses: readonly Loss[]) =>
  losses
    .map((loss) => (loss.kind === 'words' ? loss.slice.content.textBetween(0, loss.slice.content.size) : ''))
    .join('');
const runs = { numRuns: Number(process.env.RUNS ?? 400) };

const at = (kind: RandomEdit['kind'], from: number, length = 0): RandomEdit => ({
  kind,
  from,
  length,
  other: 0,
});

/** What comes back within a paragraph that the other has divided is put in order, and has to be found there for what is undone next. */
const putInOrder: Course = [
  [1, at('split', 20)],
  [0, at('type', 20)],
  [0, at('join', 0)],
  [0, undefined],
  [0, at('delete', 20, 7)],
];

describe('several people at one letter', () => {
  it('end with the same document, in which every word stands that nobody took away', () => {
    fc.assert(
      fc.property(courses(3), (course) => {
        const clients = together(course, 3);
        const [first] = clients;
        for (const { state } of clients) expect(state.doc.eq(first?.state.doc ?? state.doc)).toBe(true);
        const text = first?.state.doc.textContent ?? '';
        const removed = new Set(clients.flatMap((client) => [...client.removed]));
        const lost = clients.map(({ losses }) => told(losses)).join('');
        // What two people moved at once stands where either brought it.
        const most = course.some(([, edit]) => edit?.kind === 'move') ? 3 : 1;
        for (const char of clients.flatMap(({ typed }) => [...typed])) {
          if (removed.has(char) || lost.includes(char)) continue;
          expect(count(text, char), char).toBeGreaterThan(0);
          expect(count(text, char), char).toBeLessThanOrEqual(most);
        }
      }),
      runs,
    );
  });

  it('undo their own changes, and leave those of others', () => {
    fc.assert(
      fc.property(courses(2), (course) => {
        const clients = together(course, 2);
        const [me, they] = clients;
        if (!me || !they) return;
        const before = they.state.doc.textContent;
        const theirs = [...before].filter((char) => !inLetter.has(char) && !me.typed.has(char));
        for (let more = true; more; )
          more = undo(me.state, (tr) => {
            me.state = me.state.apply(tr);
          });
        settle(clients);
        expect(me.state.doc.eq(they.state.doc)).toBe(true);
        const text = me.state.doc.textContent;
        for (const char of theirs) expect(count(text, char), `theirs ${char}`).toBeGreaterThan(0);
        // What others moved is their own where they brought it; its words may stand at its former place again.
        if (course.some(([who, edit]) => who === 1 && edit?.kind === 'move')) return;
        for (const char of theirs) expect(count(text, char), `theirs ${char}`).toBe(1);
        // What one was told to have done in vain is no more to be undone, and what it rested upon may come back.
        if (me.losses.some(({ kind }) => kind === 'change' || kind === 'words')) return;
        for (const char of me.typed) expect(count(text, char), `mine ${char}`).toBe(0);
        for (const char of inLetter) {
          if (they.removed.has(char)) continue;
          expect(count(text, char), `of the letter ${char}`).toBeLessThanOrEqual(1);
          // Where others took away what stood around it, there is no place left to bring it back to.
          if (they.removed.size === 0) expect(count(text, char), `of the letter ${char}`).toBe(1);
        }
      }),
      { ...runs, examples: [[putInOrder]] },
    );
  });
});
