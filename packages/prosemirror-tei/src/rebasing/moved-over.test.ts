import fc from 'fast-check';
import { sendableSteps } from 'prosemirror-collab';
import { Fragment, type Node, Slice } from 'prosemirror-model';
import { ReplaceStep, type Step } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { schema } from '../schema/schema.js';
import { movedOver } from './moved-over.js';
import { applied } from './rebase.js';
import { type IncomingStep, mostMovable, receive } from './receive.js';
import { edited, edits, letter, type RandomEdit, writer } from './testing/writers.js';

/** Steps of a client that follow a version. */
interface Batch {
  readonly clientId: string;
  readonly version: number;
  readonly steps: readonly Step[];
}

/** Stores what comes to it, several batches at once, and puts what comes late behind what came first by itself. */
class Authority {
  readonly waiting: Batch[] = [];
  /** What was stored at once, as it was sent to everybody. */
  readonly messages: IncomingStep[][] = [];
  readonly refused: Batch[] = [];
  /** How many batches were put behind others. */
  moved = 0;
  readonly #docs = new Map<number, { readonly doc: Node; readonly message: number }>([
    [0, { doc: letter, message: 0 }],
  ]);
  #version = 0;
  #doc: Node = letter;

  store(most: number): void {
    const stored: IncomingStep[] = [];
    for (const batch of this.waiting.splice(0, most)) {
      const steps = this.#placed(batch, stored);
      if (!steps) {
        this.refused.push(batch);
        continue;
      }
      if (steps !== batch.steps) this.moved += 1;
      for (const step of steps) {
        this.#doc = applied(step, this.#doc);
        stored.push({ step, clientId: batch.clientId });
      }
    }
    if (stored.length === 0) return;
    this.messages.push(stored);
    this.#version += stored.length;
    this.#docs.set(this.#version, { doc: this.#doc, message: this.messages.length });
  }

  #placed({ clientId, version, steps }: Batch, now: readonly IncomingStep[]): readonly Step[] | undefined {
    const made = this.#docs.get(version);
    if (!made) throw new Error('A client is between two messages.');
    const since = [...this.messages.slice(made.message), ...(now.length > 0 ? [now] : [])];
    if (since.length === 0) return steps;
    if (since.flat().some((each) => each.clientId === clientId)) return undefined;
    return movedOver(
      made.doc,
      steps,
      since.map((piece) => piece.map(({ step }) => step)),
    );
  }

  get doc(): Node {
    return this.#doc;
  }
}

/** An editor that hears of what is stored a while later. */
class Writer {
  state;
  /** Own steps that were stored otherwise than they were held. */
  other = 0;
  #base: Node = letter;
  #version = 0;
  #heard = 0;
  #underway: Batch | undefined;

  constructor(
    readonly clientId: string,
    readonly authority: Authority,
  ) {
    this.state = writer(clientId);
  }

  edit(edit: RandomEdit): void {
    this.state = edited(this.state, edit).state;
  }

  send(): void {
    const waiting = sendableSteps(this.state);
    if (this.#underway || !waiting || waiting.steps.length > mostMovable) return;
    this.#underway = { clientId: this.clientId, version: this.#version, steps: waiting.steps };
    this.authority.waiting.push(this.#underway);
  }

  /** Hears the next messages, as one where they are sent again together. */
  hear(messages: number): void {
    const next = this.authority.messages.slice(this.#heard, this.#heard + messages);
    this.#heard += next.length;
    let run: IncomingStep[] = [];
    for (const each of next.flat()) {
      if (run[0] && (run[0].clientId === this.clientId) !== (each.clientId === this.clientId)) {
        this.#receive(run);
        run = [];
      }
      run.push(each);
    }
    if (run.length > 0) this.#receive(run);
    const behind = this.#heard < this.authority.messages.length;
    if (!behind && this.#underway && this.authority.refused.includes(this.#underway))
      this.#underway = undefined;
  }

  #receive(run: readonly IncomingStep[]): void {
    const own = run[0]?.clientId === this.clientId;
    if (own) {
      const held = sendableSteps(this.state)?.steps ?? [];
      const json = (steps: readonly Step[]) => steps.map((step) => JSON.stringify(step.toJSON()));
      const stored = json(run.map(({ step }) => step));
      if (json(held.slice(0, run.length)).join() !== stored.join()) this.other += 1;
      this.#underway = undefined;
    }
    const { transaction } = receive(this.state, this.#base, run, this.#underway?.steps.length);
    this.state = this.state.apply(transaction);
    this.#version += run.length;
    for (const { step } of run) this.#base = applied(step, this.#base);
  }
}

type Turn = readonly [
  what: 'edit' | 'send' | 'hear' | 'store',
  who: number,
  edits: readonly RandomEdit[],
  most: number,
];

const turns: fc.Arbitrary<Turn[]> = fc.array(
  fc.tuple(
    fc.constantFrom(
      'edit' as const,
      'edit' as const,
      'send' as const,
      'send' as const,
      'hear' as const,
      'store' as const,
    ),
    fc.nat(2),
    edits(1),
    fc.integer({ min: 1, max: 3 }),
  ),
  { minLength: 6, maxLength: 40 },
);

function together(course: readonly Turn[]): { authority: Authority; writers: readonly Writer[] } {
  const authority = new Authority();
  const writers = [0, 1, 2].map((index) => new Writer(`writer ${index}`, authority));
  for (const [what, who, [edit], most] of course) {
    if (what === 'store') authority.store(most);
    else if (what === 'edit' && edit) writers[who]?.edit(edit);
    else if (what === 'send') writers[who]?.send();
    else writers[who]?.hear(most);
  }
  for (let round = 0; round < 8; round += 1) {
    authority.store(9);
    for (const each of writers) each.hear(99);
    for (const each of writers) each.send();
  }
  return { authority, writers };
}

const runs = { numRuns: Number(process.env.RUNS ?? 400) };

describe('an authority that puts late steps behind those of others by itself', () => {
  it('stores what their author’s editor makes of them, in however many pieces that hears of the others', () => {
    let moved = 0;
    fc.assert(
      fc.property(turns, (course) => {
        const { authority, writers } = together(course);
        for (const { state, other } of writers) {
          expect(sendableSteps(state)).toBeNull();
          expect(state.doc.eq(authority.doc)).toBe(true);
          expect(other).toBe(0);
        }
        moved += authority.moved;
      }),
      runs,
    );
    expect(moved).toBeGreaterThan(runs.numRuns / 4);
  });

  it('leaves to their author what would lose something', () => {
    const at = positionOf('m');
    const typed = new ReplaceStep(at, at, new Slice(Fragment.from(schema.text('!')), 0, 0));
    const taken = new ReplaceStep(positionOf('c'), positionOf('x'), Slice.empty);
    expect(movedOver(letter, [typed], [[taken]])).toBeUndefined();
    const beside = new ReplaceStep(positionOf('c'), positionOf('e'), Slice.empty);
    expect(movedOver(letter, [typed], [[beside]])?.map((step) => step.toJSON())).toEqual([
      { ...typed.toJSON(), from: at - 2, to: at - 2 },
    ]);
  });
});

describe('an editor whose steps were stored in another form than it holds them', () => {
  it('shows what is stored, and keeps what waits behind it', () => {
    let me = writer('me');
    const type = (text: string) => {
      me = me.apply(me.tr.insertText(text, positionOf('m')));
    };
    type('!');
    me = me.apply(me.tr.insertText('?', positionOf('X')));
    const step = new ReplaceStep(
      positionOf('9'),
      positionOf('9'),
      new Slice(Fragment.from(schema.text('!')), 0, 0),
    );
    const { transaction } = receive(me, letter, [{ step, clientId: 'me' }]);
    me = me.apply(transaction);
    expect(me.doc.textContent).toBe(letter.textContent.replace('9', '!9').replace('W', '?W'));
    expect(sendableSteps(me)?.steps).toHaveLength(1);
  });
});

function positionOf(character: string): number {
  let found = -1;
  letter.descendants((node, pos) => {
    const index = node.text?.indexOf(character) ?? -1;
    if (index >= 0) found = pos + index;
  });
  return found;
}
