import {
  type LabelledStep,
  openLetter,
  positionAt,
  rebaseSuggestion,
  SuggestedSpans,
  schema,
  stackSuggestions,
} from '@chancery/prosemirror-tei';
import type { SuggestionRow } from '@chancery/server/api';
import { type Step, Transform } from 'prosemirror-transform';
import { beforeEach, describe, expect, it } from 'vitest';
import { StepLog } from '../saving/step-log.js';
import { SuggestionBook } from './suggestion-book.js';

const source = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div>
  <p>It continues over 10 years, as Mr Harriman says.</p>
  <p>The favour is yours.</p>
</div></body></text></TEI>`;
const base = openLetter(source).doc;
const me = 'me';

let log: StepLog;
let book: SuggestionBook;
/** The view of somebody who suggests: what was done, and what it has come to. */
let row: LabelledStep[];
let spans: SuggestedSpans;
let doc: typeof base;
let inMode: boolean;

beforeEach(() => {
  log = new StepLog(base, 0, []);
  inMode = true;
  book = new SuggestionBook(log, () => (inMode ? row : undefined));
  show();
});

/** Shows the book in the view. */
function show(): void {
  const standing = book.standing();
  const stacked = stackSuggestions(log.doc, standing);
  row = [...stacked.steps];
  doc = stacked.doc;
  spans = SuggestedSpans.upon(log.doc).add(
    row.map(({ step }) => step),
    (index) => row[index]?.label ?? '',
    doc,
  );
}

/** Types in the view, and answers the label of the suggestion that it belongs to. */
function types(from: string, to: string): string {
  const at = find(doc, from);
  const tr = new Transform(doc);
  if (to === '') tr.delete(at, at + from.length);
  else tr.replaceWith(at, at + from.length, schema.text(to));
  const label = book.labelFor(spans, tr.steps, doc);
  row.push(...tr.steps.map((step) => ({ step, label })));
  spans = spans.add(tr.steps, () => label, tr.doc);
  doc = tr.doc;
  book.touched(label);
  return label;
}

function find(where: typeof base, words: string): number {
  let found = -1;
  where.descendants((node, pos) => {
    const at = node.isText ? (node.text ?? '').indexOf(words) : -1;
    if (at >= 0 && found < 0) found = pos + at;
  });
  if (found < 0) throw new Error(`“${words}” is not there`);
  return found;
}

/** Somebody else edits the letter. */
function others(from: string, to: string): void {
  const at = find(log.doc, from);
  const tr = new Transform(log.doc).replaceWith(at, at + from.length, schema.text(to));
  acknowledge(tr.steps, 'somebody');
}

function acknowledge(steps: readonly Step[], clientId: string): void {
  log.append(steps.map((step) => ({ step: step.toJSON(), clientId })));
}

/** The server accepts a suggestion as it was sent. */
function accept(id: string, sent: readonly Step[]): void {
  acknowledge(rebaseSuggestion(sent, [], log.doc).steps, `suggestion:${id}`);
}

const rowOf = (label: string, given: Partial<SuggestionRow> = {}): SuggestionRow => {
  const own = book.of(label);
  if (!own) throw new Error('no such suggestion');
  return {
    id: own.id,
    author: { id: me, name: 'Me' },
    revision: 1,
    write: 'first',
    steps: own.steps.map((step) => step.toJSON()),
    fit: 'whole',
    words: { places: [], more: 0 },
    reason: '',
    state: 'open',
    decider: null,
    decision: '',
    decidedAt: null,
    createdAt: '',
    updatedAt: '',
    ...given,
  };
};

const texts = () => book.standing().map(({ steps }) => said(steps));

function said(steps: readonly Step[]): string {
  let now = log.doc;
  for (const step of steps) now = step.apply(now).doc ?? now;
  return now.textContent;
}

const text = base.textContent;

/** Sends a suggestion as the sender would. */
function sent(label: string): void {
  book.settle();
  const own = book.of(label);
  if (own) book.acknowledged(own, own.revision + 1, `write ${own.revision + 1}`);
}

describe('SuggestionBook', () => {
  it('makes one suggestion of what adjoins, and of other places others, each upon the letter alone', () => {
    const ten = types('10', '');
    expect(types('over  years', 'over ten years')).toBe(ten);
    const favor = types('favour', 'favor');
    expect(favor).not.toBe(ten);
    expect(texts()).toEqual([text.replace('10', 'ten'), text.replace('favour', 'favor')]);
    expect(book.all.map(({ at }) => at)).toEqual(['device', 'device']);
  });

  it('makes two one when a change takes hold of both, and takes away what the server has of the other', () => {
    const ten = types('10', 'ten');
    const continues = types('continues', 'goes on');
    sent(ten);
    sent(continues);
    const [first] = book.all;
    types('goes on over ten', 'lasts');
    expect(texts()).toEqual([text.replace('continues over 10', 'lasts')]);
    const away = book.all.filter(({ steps }) => steps.length === 0);
    expect(away).toHaveLength(1);
    expect(away[0]).toMatchObject({ revision: 1, at: 'device' });
    expect(book.of(ten)).toBe(book.of(continues));
    expect([first?.id, away[0]?.id]).toContain(first?.id);
  });

  it('holds nothing of what was undone, and begins anew in its place', () => {
    const ten = types('10', 'ten');
    sent(ten);
    const before = book.of(ten)?.id;
    types('ten', '10');
    book.settle();
    expect(book.of(ten)).toMatchObject({ id: before, steps: [], at: 'device' });
    sent(ten);
    expect(book.of(ten)).toBeUndefined();
    expect(types('10', 'eleven')).toBe(ten);
    expect(texts()).toEqual([text.replace('10', 'eleven')]);
    expect(book.of(ten)?.id).not.toBe(before);
    expect(book.of(ten)?.revision).toBe(0);
  });

  it('follows the edits of others, and knows when its place is gone', () => {
    types('10', 'ten');
    const favor = types('favour', 'favor');
    book.settle();
    others('It', 'So it');
    others('favour', 'honour');
    expect(texts()).toEqual([text.replace('10', 'ten').replace('It', 'So it').replace('favour', 'honour')]);
    expect(book.of(favor)).toMatchObject({ gone: true, version: 0 });
  });

  it('lets an accepted one go, and keeps what was added meanwhile as a suggestion of its own', () => {
    const ten = types('10', 'ten');
    sent(ten);
    const own = book.of(ten);
    types('ten', 'ten long');
    book.settle();
    const before = log.doc;
    const dirty = book.of(ten);
    accept(own?.id ?? '', own?.steps ?? []);
    expect(book.acceptedBy(log.steps)).toEqual([dirty]);
    if (dirty) book.keepRest(dirty, before);
    show();
    expect(log.doc.textContent).toBe(text.replace('10', 'ten'));
    expect(texts()).toEqual([text.replace('10', 'ten long')]);
    expect(book.all).toMatchObject([{ revision: 0, at: 'device' }]);
    expect(book.all[0]?.id).not.toBe(own?.id);
  });

  it('takes up what another window has suggested or changed, and lets decided ones go', () => {
    const ten = types('10', 'ten');
    sent(ten);
    const list = (suggestions: SuggestionRow[]) => ({ version: log.version, suggestions });
    const began = performance.now() + 1;
    expect(book.take(list([rowOf(ten, { write: 'write 1' })]), me, began)).toBe(false);
    const foreign = rowOf(ten, { id: crypto.randomUUID(), author: { id: 'other', name: 'Other' } });
    expect(book.take(list([rowOf(ten, { write: 'write 1' }), foreign]), me, began)).toBe(false);
    const changed = new Transform(log.doc).delete(find(log.doc, '10'), find(log.doc, ' years'));
    const steps = changed.steps.map((step) => step.toJSON());
    expect(book.take(list([rowOf(ten, { revision: 2, write: 'other', steps })]), me, began)).toBe(true);
    expect(texts()).toEqual([text.replace('10', '')]);
    // A list that was asked for before the last acknowledgement says nothing of it.
    expect(book.take(list([]), me, 0)).toBe(false);
    expect(book.take(list([rowOf(ten, { state: 'rejected' })]), me, performance.now() + 1)).toBe(true);
    expect(book.all).toEqual([]);
  });

  it('makes a new one of what was changed here while it was decided or changed elsewhere', () => {
    const ten = types('10', 'ten');
    sent(ten);
    const former = book.of(ten)?.id;
    types('ten', 'eleven');
    book.settle();
    const rejected = rowOf(ten, { state: 'rejected' });
    book.take({ version: 0, suggestions: [rejected] }, me, performance.now() + 1);
    expect(book.of(ten)).toMatchObject({ revision: 0, at: 'device' });
    expect(book.of(ten)?.id).not.toBe(former);
    expect(texts()).toEqual([text.replace('10', 'eleven')]);
  });

  it('knows as sent only what was, when it was changed on the way', () => {
    const ten = types('10', 'ten');
    book.settle();
    const under = book.of(ten);
    types('ten', 'twelve');
    if (under) book.acknowledged(under, 1, 'write 1');
    book.settle();
    expect(book.of(ten)).toMatchObject({ revision: 1, at: 'device', write: 'write 1' });
    sent(ten);
    expect(book.of(ten)).toMatchObject({ revision: 2, at: 'server' });
    book.explain(book.of(ten)?.id ?? '', 'So the copy has it.');
    expect(book.of(ten)).toMatchObject({ at: 'device', reason: 'So the copy has it.' });
  });

  it('takes up what this device has kept, once', () => {
    inMode = false;
    const at = positionAt(openLetter(source), source.indexOf('10'));
    const step = new Transform(base).replaceWith(at, at + 2, schema.text('ten')).steps[0];
    const kept = {
      letterId: 'letter',
      id: crypto.randomUUID(),
      clientId: 'window',
      authorId: me,
      revision: 0,
      write: null,
      version: 0,
      steps: step ? [step.toJSON()] : [],
      reason: 'So the copy has it.',
    };
    book.adopt(kept);
    book.adopt(kept);
    others('It', 'So it');
    expect(texts()).toEqual([text.replace('10', 'ten').replace('It', 'So it')]);
    expect(book.all).toMatchObject([{ id: kept.id, at: 'device', reason: kept.reason, version: 1 }]);
  });
});
