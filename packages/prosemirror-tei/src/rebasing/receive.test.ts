import fc from 'fast-check';
import { getVersion, sendableSteps } from 'prosemirror-collab';
import { undo } from 'prosemirror-history';
import { Fragment, type Node, Slice } from 'prosemirror-model';
import { type Mappable, Step, StepMap, StepResult } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { schema } from '../schema/schema.js';
import type { Loss } from './loss.js';
import { receive } from './receive.js';
import { edited, edits, letter, type RandomEdit, writer } from './testing/writers.js';
import { wordsOf } from './words-of.js';

/** What two people make of the letter at once, and what the second one receives of the first. */
function atOnce(mine: readonly RandomEdit[], theirs: readonly RandomEdit[]) {
  let me = writer('me');
  for (const edit of mine) me = edited(me, edit).state;
  let they = writer('they');
  const stored = theirs.flatMap((edit) => {
    const made = edited(they, edit);
    they = made.state;
    return made.steps.map((step) => ({ step, clientId: 'they' }));
  });
  const received = receive(me, letter, stored);
  return { me, they, after: me.apply(received.transaction), received, stored };
}

const count = (doc: Node, char: string) => doc.textContent.split(char).length - 1;
const inLetter = new Set(letter.textContent);

/** Everything that is told to the person, as text. */
function told(losses: readonly Loss[]): string {
  return losses
    .map((loss) => {
      if (loss.kind === 'words') return loss.slice.content.textBetween(0, loss.slice.content.size);
      if (loss.kind === 'readings') return wordsOf(loss.mine) + wordsOf(loss.theirs);
      return loss.kind === 'change' ? loss.words : '';
    })
    .join('');
}

const runs = { numRuns: 1_000 };

describe('receiving what others did at the same time', () => {
  it('loses no word of either side that the other one is not told of', () => {
    fc.assert(
      fc.property(edits(6), edits(6), (mine, theirs) => {
        const { me, they, after, received, stored } = atOnce(mine, theirs);
        const words = told(received.losses.filter(({ kind }) => kind === 'words'));
        for (const char of me.doc.textContent) {
          if (inLetter.has(char)) continue;
          const times = count(after.doc, char) + (words.includes(char) ? 1 : 0);
          // What was moved and could not be taken away stands twice, and that is told.
          if (times > 1)
            expect(told(received.losses.filter(({ kind }) => kind === 'change'))).toContain(char);
          else expect(times, `mine ${char}`).toBe(1);
        }
        for (const char of they.doc.textContent)
          if (!inLetter.has(char)) expect(count(after.doc, char), `theirs ${char}`).toBe(1);
        const theyMoved = theirs.some(({ kind }) => kind === 'move');
        for (const char of inLetter) {
          const [mineHas, theyHave] = [me, they].map(({ doc }) => count(doc, char) === 1);
          const times = count(after.doc, char);
          const all = told(received.losses);
          if (mineHas && theyHave) {
            // What was moved, and could not be put in, is told of as words; what could not be taken away, as a deletion.
            if (times === 0) expect(words, `of the letter ${char}`).toContain(char);
            if (times > 1 && !theyMoved) expect(all, `of the letter ${char}`).toContain(char);
          } else if (times > 0 && theyHave && !theyMoved) {
            // What others moved away stands where they brought it.
            expect(all, `deletion of ${char}`).toContain(char);
          }
        }
        for (const { at } of received.losses) expect(at).toBeLessThanOrEqual(after.doc.content.size);
        const sendable = sendableSteps(after)?.steps ?? [];
        const replayed = sendable.reduce<Node>((doc, step) => step.apply(doc).doc ?? doc, they.doc);
        expect(replayed.eq(after.doc)).toBe(true);
        expect(getVersion(after)).toBe(stored.length);
        after.doc.check();
      }),
      runs,
    );
  });
});

/** Brings a character, and cannot be taken back. */
class OneWay extends Step {
  constructor(
    readonly at: number,
    readonly isBack = false,
  ) {
    super();
  }

  override apply(doc: Node): StepResult {
    if (this.isBack) return StepResult.fail('There is no way back.');
    return StepResult.fromReplace(doc, this.at, this.at, new Slice(Fragment.from(schema.text('§')), 0, 0));
  }

  override getMap(): StepMap {
    return new StepMap(this.isBack ? [this.at, 1, 0] : [this.at, 0, 1]);
  }

  override invert(): OneWay {
    return new OneWay(this.at, true);
  }

  override map(mapping: Mappable): OneWay {
    return new OneWay(mapping.map(this.at), this.isBack);
  }

  override toJSON(): never {
    throw new Error('It is not sent.');
  }
}

describe('a change that waits and cannot be taken back', () => {
  it('comes to stand upon those of others, and leaves the undo of what was before it', () => {
    let me = writer('me');
    me = edited(me, { kind: 'type', from: 0, length: 0, other: 0 }).state;
    const typed = me.doc.textContent[0] ?? '';
    let at = 0;
    me.doc.descendants((node, pos) => {
      if (node.type.name === 'textblock') at = pos + 1;
    });
    me = me.apply(me.tr.step(new OneWay(at)));
    const they = edited(writer('they'), { kind: 'type', from: 60, length: 0, other: 0 });
    const received = receive(
      me,
      letter,
      they.steps.map((step) => ({ step, clientId: 'they' })),
    );
    const theirs = [...they.state.doc.textContent].find((char) => !inLetter.has(char)) ?? '';
    const mine = me.doc.textContent.length;
    me = me.apply(received.transaction);
    expect(me.doc.textContent).toContain(theirs);
    expect(me.doc.textContent).toContain('§');
    expect(me.doc.textContent).toHaveLength(mine + 1);
    while (undo(me, (tr) => (me = me.apply(tr)))) expect(me.doc.textContent).toContain(theirs);
    expect(me.doc.textContent).not.toContain(typed);
  });
});
