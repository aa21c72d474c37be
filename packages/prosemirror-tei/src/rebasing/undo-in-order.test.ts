import fc from 'fast-check';
import { redo, undo } from 'prosemirror-history';
import { describe, expect, it } from 'vitest';
import type { IncomingStep } from './receive.js';
import { Client } from './testing/authority.js';
import { doing, letter, type RandomEdit } from './testing/writers.js';

/** What somebody takes away, of few places, so that it adjoins and overlaps; `hear` is to hear of the others and to be heard. */
type Turn = RandomEdit | 'hear';

const courses = (clients: number): fc.Arbitrary<(readonly [number, Turn])[]> =>
  fc.array(
    fc.tuple(
      fc.nat(clients - 1),
      fc.oneof(
        {
          weight: 3,
          arbitrary: fc
            .tuple(fc.integer({ min: 4, max: 12 }), fc.integer({ min: 1, max: 8 }))
            .map(([from, length]): Turn => ({ kind: 'delete', from, length, other: 0 })),
        },
        { weight: 2, arbitrary: fc.constant<Turn>('hear') },
      ),
    ),
    { minLength: 2, maxLength: 6 },
  );

const orders = (count: number) =>
  fc.shuffledSubarray([...Array(count).keys()], { minLength: count, maxLength: count });

const runs = { numRuns: Number(process.env.RUNS ?? 300) };

function hearAll(clients: readonly Client[]): void {
  for (let round = 0; round < 3; round += 1) for (const client of clients) client.sync();
}

function writers(count: number): Client[] {
  const authority: IncomingStep[] = [];
  return Array.from({ length: count }, (_, index) => new Client(`client ${index}`, authority));
}

/** All take back all that they did, in an order: each once they have heard of the one before, or all at once. */
function takeBack(
  clients: readonly Client[],
  order: readonly number[],
  times: number,
  isAtOnce: boolean,
): void {
  for (let time = 0; time < times; time += 1)
    for (const index of order) {
      clients[index]?.change(doing(undo));
      if (!isAtOnce) hearAll(clients);
    }
  hearAll(clients);
}

const texts = (clients: readonly Client[]) => new Set(clients.map(({ state }) => state.doc.textContent));

describe('what several took away', () => {
  it.each([2, 3])('stands in its order when all %i have taken that back, whoever was first', (count) => {
    fc.assert(
      fc.property(courses(count), orders(count), fc.boolean(), (course, order, isAtOnce) => {
        const clients = writers(count);
        for (const [who, turn] of course) {
          if (turn === 'hear') clients[who]?.sync();
          else clients[who]?.edit(turn);
        }
        hearAll(clients);
        takeBack(clients, order, course.length, isAtOnce);
        expect(texts(clients)).toEqual(new Set([letter.textContent]));
      }),
      runs,
    );
  });

  it('goes again, and comes again in its order', () => {
    const clients = writers(2);
    const [one, other] = clients;
    if (!one || !other) throw new Error('Nobody is there.');
    one.edit({ kind: 'delete', from: 4, length: 5, other: 0 });
    other.edit({ kind: 'delete', from: 6, length: 5, other: 0 });
    hearAll(clients);
    const gone = one.state.doc.textContent;
    for (let time = 0; time < 3; time += 1) {
      takeBack(clients, [1, 0], 1, false);
      expect(texts(clients)).toEqual(new Set([letter.textContent]));
      for (const client of [one, other]) {
        client.change(doing(redo));
        hearAll(clients);
      }
      expect(texts(clients)).toEqual(new Set([gone]));
    }
  });

  it('comes back whole around what somebody typed in it and takes back in the same moment', () => {
    const clients = writers(2);
    const [one, other] = clients;
    one?.edit({ kind: 'type', from: 6, length: 0, other: 0 });
    other?.edit({ kind: 'delete', from: 5, length: 6, other: 0 });
    hearAll(clients);
    takeBack(clients, [0, 1], 1, true);
    expect(texts(clients)).toEqual(new Set([letter.textContent]));
  });

  it('can be taken back when it was done right after something that others had done already', () => {
    const clients = writers(2);
    const [one, other] = clients;
    const remove = (client: Client | undefined, from: number, to: number) =>
      client?.change((state) => state.apply(state.tr.delete(from, to).setTime(1)));
    remove(one, 8, 12);
    remove(other, 9, 10);
    hearAll(clients);
    remove(other, 7, 9);
    hearAll(clients);
    const before = other?.state.doc.textContent;
    takeBack(clients, [1], 1, false);
    expect(other?.state.doc.textContent).not.toBe(before);
    takeBack(clients, [0], 1, false);
    expect(texts(clients)).toEqual(new Set([letter.textContent]));
  });
});
