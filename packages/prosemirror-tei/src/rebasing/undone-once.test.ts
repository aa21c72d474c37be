import fc from 'fast-check';
import { redo, undo } from 'prosemirror-history';
import { describe, expect, it } from 'vitest';
import type { IncomingStep } from './receive.js';
import { Client } from './testing/authority.js';
import { doing, edits, fresh, letter, type RandomEdit } from './testing/writers.js';

/** What somebody does at their turn; `hear` is to hear of the others and to be heard. */
type Turn = RandomEdit | 'undo' | 'redo' | 'hear';

/** Who does what, in which order. What is moved or pasted is new where it is put, and no part of this. */
const courses = (clients: number): fc.Arbitrary<[number, Turn][]> =>
  fc.array(
    fc.tuple(
      fc.nat(clients - 1),
      fc.oneof(
        { weight: 3, arbitrary: edits(1).map(([edit]) => edit ?? 'hear') },
        { weight: 1, arbitrary: fc.constantFrom<Turn>('undo', 'undo', 'redo') },
        { weight: 2, arbitrary: fc.constant<Turn>('hear') },
      ),
    ),
    { minLength: 4, maxLength: 20 },
  );

const runs = { numRuns: Number(process.env.RUNS ?? 400) };

function take(client: Client, turn: Turn): void {
  if (turn === 'hear') client.sync();
  else if (turn === 'undo') client.change(doing(undo));
  else if (turn === 'redo') client.change(doing(redo));
  else if (turn.kind !== 'move') client.edit(turn);
}

function hearAll(clients: readonly Client[]): void {
  for (let round = 0; round < 2; round += 1) for (const client of clients) client.sync();
}

function expectOnce(clients: readonly Client[]): void {
  const [first] = clients;
  const text = first?.state.doc.textContent ?? '';
  for (const { state } of clients) expect(state.doc.eq(first?.state.doc ?? state.doc)).toBe(true);
  for (const char of new Set(text)) expect(text.split(char).length - 1, char).toBe(1);
}

/** Two replacements undone as one, of which what the second takes back is what the first had brought. */
const undoneAsOne: [number, Turn][] = [
  [0, { kind: 'delete', from: 20, length: 8, other: 0 }],
  [1, { kind: 'replace', from: 27, length: 1, other: 0 }],
  [1, { kind: 'replace', from: 25, length: 3, other: 0 }],
  [0, 'hear'],
  [1, 'undo'],
  [0, 'undo'],
  [0, { kind: 'type', from: 0, length: 0, other: 0 }],
];

describe('what several took away at once', () => {
  it('is put back once, whoever of them undoes', () => {
    fc.assert(
      fc.property(courses(3), (course) => {
        const authority: IncomingStep[] = [];
        const clients = [0, 1, 2].map((index) => new Client(`client ${index}`, authority));
        for (const [who, turn] of course) {
          const client = clients[who];
          if (client) take(client, turn);
        }
        hearAll(clients);
        expectOnce(clients);
        for (let time = 0; time < course.length; time += 1) {
          for (const client of clients) client.change(doing(undo));
          hearAll(clients);
        }
        expectOnce(clients);
      }),
      { ...runs, examples: [[undoneAsOne]] },
    );
  });

  it('is put back once after long work without a connection, and what was typed meanwhile is undone', () => {
    const authority: IncomingStep[] = [];
    const away = new Client('away', authority);
    const there = new Client('there', authority);
    const place = (offset: number) => 4 + offset;
    for (let key = 0; key < 120; key += 1)
      away.change((state) => state.apply(state.tr.insertText(fresh(1), place(20) + key)));
    away.change((state) => state.apply(state.tr.delete(place(2), place(6))));
    there.change((state) => state.apply(state.tr.delete(place(3), place(8))));
    hearAll([there, away]);
    expectOnce([there, away]);
    for (const client of [away, there]) {
      for (let time = 0; time < 121; time += 1) client.change(doing(undo));
      hearAll([there, away]);
      expectOnce([there, away]);
    }
    expect(new Set(away.state.doc.textContent)).toEqual(new Set(letter.textContent));
  });

  it('stays away when one of them has undone it before anything was stored, and there is nothing to tell', () => {
    const authority: IncomingStep[] = [];
    const [hasty, other] = [new Client('hasty', authority), new Client('other', authority)];
    hasty.change((state) => state.apply(state.tr.delete(6, 10)));
    hasty.change(doing(undo));
    other.change((state) => state.apply(state.tr.delete(8, 12)));
    hearAll([other, hasty]);
    expect(hasty.state.doc.textContent).toBe(other.state.doc.textContent);
    expect(hasty.losses).toEqual([]);
    other.change(doing(undo));
    hearAll([other, hasty]);
    expect(hasty.state.doc.eq(letter)).toBe(true);
  });

  it('leaves what was taken away together, and others did not take, to be undone by itself', () => {
    const authority: IncomingStep[] = [];
    const [me, other] = [new Client('me', authority), new Client('other', authority)];
    me.change((state) => state.apply(state.tr.insertText('!', 20)));
    hearAll([me, other]);
    const before = me.state.doc;
    me.change((state) => state.apply(state.tr.delete(9, 10).delete(8, 9).delete(7, 8)));
    other.change((state) => state.apply(state.tr.delete(8, 10)));
    hearAll([other, me]);
    for (const client of [me, other]) {
      client.change(doing(undo));
      hearAll([me, other]);
    }
    expect(me.state.doc.eq(before)).toBe(true);
    me.change(doing(undo));
    expect(me.state.doc.eq(letter)).toBe(true);
  });
});
