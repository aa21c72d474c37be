import { type Flow, partOf } from '../reading/flow.js';
import { plainFigures, readNumber } from '../reading/misread.js';
import type { Context } from './context.js';
import type { Answer } from './doubts.js';
import type { FootnoteItem } from './item.js';
import { inQueue, leaveOut, omit, reasonForLeavingOut, wordsOf } from './leave-words.js';
import type { ProposedEndnote } from './read-endnotes.js';

/** A callout in the text, with the note that it calls. */
export interface Callout {
  readonly from: number;
  readonly to: number;
  /** As printed, or as it should have been. */
  readonly label: string;
  readonly isMisread: boolean;
  readonly offset: number;
  readonly flow: Flow;
  readonly document: { readonly id: string } | undefined;
  calls?:
    | { readonly kind: 'footnote'; readonly note: FootnoteItem; readonly label: string }
    | { readonly kind: 'endnote'; readonly value: number }
    | undefined;
}

/** A part of the volume whose footnotes belong to its own text: the documents are one, each piece of front matter another. */
export interface NoteScope {
  readonly flows: readonly { readonly flow: Flow; readonly document?: { readonly id: string } | undefined }[];
  readonly footnotes: readonly FootnoteItem[];
  /** Callouts without a footnote call notes of the volume. */
  readonly callsEndnotes: boolean;
}

/** The callouts of every flow, and what became of the notes. */
export interface ResolvedNotes {
  readonly callouts: ReadonlyMap<Flow, readonly Callout[]>;
  /** Footnotes that nothing calls, behind the flow that they follow. */
  readonly uncalled: ReadonlyMap<Flow, readonly FootnoteItem[]>;
  readonly endnotes: readonly ProposedEndnote[];
}

/** Matches callouts and notes of both series. */
export function resolveNotes(
  scopes: readonly NoteScope[],
  read: readonly ProposedEndnote[],
  context: Context,
): ResolvedNotes {
  const callouts = new Map<Flow, Callout[]>();
  const uncalled = new Map<Flow, FootnoteItem[]>();
  const endnotes = new Map(read.map((note) => [note.value, note]));
  const highest = Math.max(0, ...endnotes.keys());
  for (const { flows, footnotes, callsEndnotes } of scopes) {
    const all: Callout[] = [];
    for (const { flow, document } of flows) {
      const found = calloutsIn(flow, document, context);
      if (found.length > 0) callouts.set(flow, found);
      all.push(...found);
    }
    all.sort((one, other) => one.offset - other.offset);
    for (const note of matchFootnotes(all, footnotes)) {
      const value = callsEndnotes && highest > 0 ? readNumber(plainFigures(note.label))?.value : undefined;
      if (value === undefined || endnotes.has(value)) placeUncalled(note, flows, uncalled, context);
      else placeWanted({ value, note, flows }, endnotes, uncalled, context);
    }
    if (callsEndnotes) for (const callout of all) callEndnote(callout, endnotes, highest > 0, context);
    else for (const callout of all) if (!callout.calls) withoutNote(callout, context);
  }
  return {
    callouts,
    uncalled,
    endnotes: [...endnotes.values()].sort((one, other) => one.value - other.value),
  };
}

function calloutsIn(
  flow: Flow,
  document: { readonly id: string } | undefined,
  { rules }: Context,
): Callout[] {
  return rules.matchAll('callout', flow.text).map((found) => {
    const written = plainFigures(found.groups?.label ?? '');
    const read = readNumber(written);
    return {
      from: found.index,
      to: found.index + found[0].length,
      label: read ? String(read.value) : written,
      isMisread: read?.isMisread ?? false,
      offset: flow.at[found.index] ?? 0,
      flow,
      document,
    };
  });
}

/** Gives each footnote the nearest callout before it with its label, or the next one after it. Those left are returned. */
function matchFootnotes(callouts: readonly Callout[], footnotes: readonly FootnoteItem[]): FootnoteItem[] {
  const inOrder = [...footnotes].sort((one, other) => offsetOf(one) - offsetOf(other));
  // From the last one up: of two notes with one label, the second belongs to the nearer callout.
  const left = inOrder.toReversed().filter((note) => !match(note, 'before'));
  return left.toReversed().filter((note) => !match(note, 'after'));

  function match(note: FootnoteItem, where: 'before' | 'after'): boolean {
    const label = labelOf(note);
    const offset = offsetOf(note);
    const open = (callout: Callout) => !callout.calls && callout.label === label;
    const found =
      where === 'before'
        ? callouts.findLast(
            (callout) => callout.offset < offset && offset - callout.offset < farthest && open(callout),
          )
        : callouts.find(
            (callout) => callout.offset > offset && callout.offset - offset < farthest && open(callout),
          );
    if (!found) return false;
    found.calls = { kind: 'footnote', note, label };
    return true;
  }
}

/** No page is longer than this, with its footnotes and a page that stands displaced. In units of the source. */
const farthest = 12_000;

function labelOf({ label }: FootnoteItem): string {
  const plain = plainFigures(label);
  const read = readNumber(plain);
  return read ? String(read.value) : plain;
}

function offsetOf({ flow }: FootnoteItem): number {
  return flow.at[0] ?? 0;
}

/** What can be done with a note that no callout of its page calls. */
type Placing = 'here' | 'queue' | 'exclude';

const beforeIt = { choice: 'here', words: 'a note at the end of the paragraph before it' } as const;

/** Puts a note among the documents, whose number is wanting among the notes of the volume, there or where else was decided. */
function placeWanted(
  {
    value,
    note,
    flows,
  }: { readonly value: number; readonly note: FootnoteItem; readonly flows: NoteScope['flows'] },
  endnotes: Map<number, ProposedEndnote>,
  uncalled: Map<Flow, FootnoteItem[]>,
  context: Context,
): void {
  const home = homeOf(note, flows);
  const { choice, ...answer } = context.doubts.ask<'note' | Placing>({
    code: 'note-displaced',
    line: note.flow.first,
    choices: [
      {
        choice: 'note',
        words: `note ${value} of the volume, put into its place, where callouts ${value} lead to it`,
      },
      beforeIt,
      inQueue,
      leaveOut,
    ],
    value: reasonForLeavingOut,
    why: 'The note stands among the documents, and is wanting among the notes of the volume.',
    document: home?.document,
  });
  if (choice !== 'note') place(note, home, { ...answer, choice }, uncalled, context);
  else
    endnotes.set(value, {
      value,
      label: partOfNote(note, 'label'),
      paragraphs: [partOfNote(note, 'text')],
    });
}

function placeUncalled(
  note: FootnoteItem,
  flows: NoteScope['flows'],
  uncalled: Map<Flow, FootnoteItem[]>,
  context: Context,
): void {
  const home = homeOf(note, flows);
  const answer = context.doubts.ask<Placing>({
    code: 'note-without-callout',
    line: note.flow.first,
    choices: [beforeIt, inQueue, leaveOut],
    value: reasonForLeavingOut,
    why: `Nothing calls the note “${note.label}”.`,
    document: home?.document,
  });
  place(note, home, answer, uncalled, context);
}

/** The paragraph before a note, or else the first. */
function homeOf(note: FootnoteItem, flows: NoteScope['flows']): NoteScope['flows'][number] | undefined {
  return flows.findLast(({ flow }) => (flow.at[0] ?? 0) < offsetOf(note)) ?? flows[0];
}

function place(
  note: FootnoteItem,
  home: NoteScope['flows'][number] | undefined,
  { choice, id, value }: Answer<Placing>,
  uncalled: Map<Flow, FootnoteItem[]>,
  context: Context,
): void {
  const words = wordsOf(note.flow);
  if (choice === 'exclude') omit(words, { id, value }, context);
  else if (choice === 'queue' || !home) context.leave(words.start, words.end, id);
  else uncalled.set(home.flow, [...(uncalled.get(home.flow) ?? []), note]);
}

function callEndnote(
  callout: Callout,
  endnotes: Map<number, ProposedEndnote>,
  areInSource: boolean,
  context: Context,
): void {
  if (callout.calls) return;
  const value = /^\d+$/.test(callout.label) ? Number(callout.label) : undefined;
  if (value === undefined) {
    withoutNote(callout, context);
    return;
  }
  const known = endnotes.has(value);
  if (!callout.isMisread && (known || !areInSource)) {
    if (!known) missing(callout, value, endnotes, context);
    callout.calls = { kind: 'endnote', value };
    return;
  }
  const { choice, value: given } = context.doubts.ask<'call' | 'words'>({
    code: callout.isMisread && known ? 'callout-misread' : 'callout-without-note',
    line: context.lineAt(callout.offset),
    choices: [
      { choice: 'call', words: `it calls note ${value}${known ? '' : ', whose text is wanting'}` },
      { choice: 'words', words: 'it is no callout, but words of the text' },
    ],
    value: { proposed: String(value), form: /^\d{1,3}$/, called: 'the number of a note' },
    why: callout.isMisread
      ? `“${callout.flow.text.slice(callout.from, callout.to)}” holds signs that are no figures.`
      : `There is no note ${value} in the source.`,
    document: callout.document,
  });
  if (choice === 'words') return;
  const chosen = Number(given ?? value);
  if (!endnotes.has(chosen)) endnotes.set(chosen, { value: chosen, label: undefined, paragraphs: [] });
  callout.calls = { kind: 'endnote', value: chosen };
}

function missing(
  callout: Callout,
  value: number,
  endnotes: Map<number, ProposedEndnote>,
  context: Context,
): void {
  context.doubts.ask<'gap'>({
    code: 'callout-without-note',
    line: context.lineAt(callout.offset),
    choices: [{ choice: 'gap', words: `note ${value}, whose text is wanting` }],
    why: 'The text of the note is not in the source.',
    document: callout.document,
  });
  endnotes.set(value, { value, label: undefined, paragraphs: [] });
}

function withoutNote(callout: Callout, context: Context): void {
  context.doubts.ask<'words'>({
    code: 'callout-without-note',
    line: context.lineAt(callout.offset),
    choices: [{ choice: 'words', words: 'the sign stands in the text as it is' }],
    why: 'No note on this page bears the sign.',
    document: callout.document,
  });
}

/** The label of a note, or its words. */
export function partOfNote({ flow, labelEnd }: FootnoteItem, part: 'label' | 'text'): Flow {
  return part === 'label' ? partOf(flow, 0, labelEnd) : partOf(flow, labelEnd);
}
