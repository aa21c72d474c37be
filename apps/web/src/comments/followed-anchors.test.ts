import {
  type Anchor,
  anchorOn,
  followStep,
  openLetter,
  placeOfAnchor,
  schema,
} from '@chancery/prosemirror-tei';
import fc from 'fast-check';
import { collab, receiveTransaction, sendableSteps } from 'prosemirror-collab';
import { EditorState, type Transaction } from 'prosemirror-state';
import { Step } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { type LoggedStep, StepLog } from '../saving/step-log.js';
import { FollowedAnchors } from './followed-anchors.js';

const { doc } = openLetter(
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>
    <p>My dear Babbage, I have read the note.</p><p>It is the better of the two.</p>
  </body></text></TEI>`,
);

/** One window of the desk: its text, and the anchors on its screen. */
class Window {
  state: EditorState;
  readonly log = new StepLog(doc, 0, []);
  readonly anchors: FollowedAnchors;

  constructor(readonly clientId: string) {
    this.state = EditorState.create({ doc, plugins: [collab({ version: 0, clientID: clientId })] });
    this.anchors = new FollowedAnchors(this.log, clientId);
  }

  get waiting(): readonly Step[] {
    return sendableSteps(this.state)?.steps ?? [];
  }

  edit(change: (tr: Transaction) => unknown): void {
    const { tr } = this.state;
    change(tr);
    this.state = this.state.apply(tr);
    this.anchors.made(tr.steps);
  }

  receive(logged: readonly LoggedStep[]): void {
    const tr = receiveTransaction(
      this.state,
      logged.map(({ step }) => Step.fromJSON(schema, step)),
      logged.map(({ clientId }) => clientId),
    );
    this.log.append(logged);
    this.state = this.state.apply(tr);
    this.anchors.received(tr.steps, this.waiting);
  }

  /** What stands at each anchor. */
  get words(): Record<string, string> {
    const words: Record<string, string> = {};
    for (const [id, anchor] of this.anchors.shown) {
      const place = placeOfAnchor(anchor);
      words[id] = place ? this.state.doc.textBetween(place.from, place.to, '|', '^') : 'gone';
    }
    return words;
  }
}

/** The server: takes what waits in a window, and sends it to all. */
function acknowledge(from: Window, windows: readonly Window[]): LoggedStep[] {
  const steps = from.waiting.map((step) => ({ step: step.toJSON(), clientId: from.clientId }));
  for (const window of windows) if (steps.length > 0) window.receive(steps);
  return steps;
}

function on(words: string): Anchor {
  const from = doc.textBetween(0, doc.content.size, '|', '^').indexOf(words);
  let place = from;
  doc.descendants((node, pos) => {
    const at = node.text?.indexOf(words) ?? -1;
    if (at !== -1) place = pos + at;
  });
  return anchorOn(doc, place, place + words.length);
}

const threads = ['Babbage', 'read the note', 'better', 'two'].map((words) => ({
  id: words,
  anchor: on(words),
  version: 0,
}));

describe('anchors on the screen', () => {
  it('follow own steps at once, and keep to their words when those of others come first', () => {
    const [a, b] = [new Window('a'), new Window('b')];
    a.anchors.know(threads, []);
    const { from } = on('My dear');
    a.edit((tr) => tr.insertText('Oh! ', from));
    b.edit((tr) => tr.insertText('No. 1: ', from).delete(from + 15, from + 22));
    expect(a.words).toMatchObject({ Babbage: 'Babbage', two: 'two' });
    acknowledge(b, [a, b]);
    expect(a.words).toMatchObject({ Babbage: 'gone', two: 'two', 'read the note': 'read the note' });
    acknowledge(a, [a, b]);
    expect(a.words).toMatchObject({ Babbage: 'gone', two: 'two', 'read the note': 'read the note' });
  });

  it('of a version that has not arrived are shown when it has', () => {
    const [a, b] = [new Window('a'), new Window('b')];
    b.edit((tr) => tr.insertText('Oh! ', on('My dear').from));
    const [step] = b.waiting;
    const [anchor] = step ? followStep([on('two')], step, 'b') : [];
    if (!anchor) throw new Error('nothing was typed');
    a.anchors.know([{ id: 'two', anchor, version: 1 }], []);
    expect(a.words).toEqual({});
    acknowledge(b, [a, b]);
    expect(a.words).toEqual({ two: 'two' });
  });

  it('of what is being written here stay with their words, and are found again when it is taken up later', () => {
    const [a, b] = [new Window('a'), new Window('b')];
    a.edit((tr) => tr.insertText('Oh! ', on('My dear').from));
    a.anchors.track('draft', anchorOn(a.state.doc, on('note').from + 4, on('note').from + 8));
    b.edit((tr) => tr.insertText('No. 1: ', on('My dear').from));
    acknowledge(b, [a, b]);
    expect(a.words).toEqual({ draft: 'note' });
    const kept = { id: 'draft', anchor: on('note'), version: 0 };
    const again = new Window('c');
    again.receive([...a.log.steps]);
    again.anchors.resume(kept, again.state.doc);
    expect(again.words).toEqual({ draft: 'note' });
    again.anchors.untrack('draft');
    expect(again.words).toEqual({});
  });

  it('are where the server has them once everything is acknowledged, whatever was done in which order', () => {
    const edits = fc.array(
      fc.record({
        window: fc.nat(2),
        kind: fc.constantFrom('type', 'type', 'delete', 'move', 'send'),
        place: fc.nat(),
        size: fc.integer({ min: 1, max: 20 }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(edits, (drawn) => {
        const windows = ['a', 'b', 'c'].map((name) => new Window(name));
        for (const { anchors } of windows) anchors.know(threads, []);
        const log: LoggedStep[] = [];
        for (const { window: index, kind, place, size } of drawn) {
          const window = windows[index];
          if (kind === 'send' && window) log.push(...acknowledge(window, windows));
          else
            window?.edit((tr) => {
              const at = textPlace(tr, place);
              const to = Math.min(at + size, tr.doc.resolve(at).end());
              if (kind === 'type') tr.insertText('xyz'.slice(0, size), at);
              else if (to > at) {
                const piece = tr.doc.slice(at, to);
                tr.delete(at, to);
                if (kind === 'move') tr.replace(textPlace(tr, place + size), undefined, piece);
              }
            });
        }
        for (const window of windows) log.push(...acknowledge(window, windows));
        let stored: readonly Anchor[] = threads.map(({ anchor }) => anchor);
        for (const { step, clientId } of log)
          stored = followStep(stored, Step.fromJSON(schema, step), clientId);
        for (const { anchors, state } of windows) {
          expect(state.doc.eq(windows[0]?.state.doc ?? doc)).toBe(true);
          expect([...anchors.shown.values()]).toEqual(stored);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** A place in running text. */
function textPlace(tr: Transaction, drawn: number): number {
  const blocks: { from: number; to: number }[] = [];
  tr.doc.descendants((node, pos) => {
    if (node.isTextblock && node.content.size > 0)
      blocks.push({ from: pos + 1, to: pos + node.nodeSize - 1 });
  });
  const block = blocks[drawn % Math.max(blocks.length, 1)];
  return block ? block.from + (drawn % (block.to - block.from)) : 1;
}
