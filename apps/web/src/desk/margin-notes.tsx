import { type Anchor, attributeOf, elementOf, elementOfMark, placeOfAnchor } from '@chancery/prosemirror-tei';
import { rowOf } from '@chancery/tei';
import type { Node } from 'prosemirror-model';
import { useCallback, useEffect, useState } from 'react';
import { Icon } from '../app/icon.js';
import type { MarkedThread } from '../comments/comment-marks.js';
import { callouts } from '../editor/callouts.js';
import { gapWords } from '../editor/gap-words.js';
import { referencesIn } from '../editor/references-in.js';
import { authorNotes } from '../history/author-notes.js';
import { useStore } from '../store/use-store.js';
import { whenIdle } from '../store/when-idle.js';
import type { LetterSession } from './letter-session.js';
import { useChanges } from './use-changes.js';
import type { Endnotes } from './use-endnotes.js';
import type { WhereReferencesLead } from './where-references-lead.js';

/** What stands in the margin beside a place of the text. */
interface MarginNote {
  pos: number;
  sign: string;
  text: string;
  /** The thread of comments whose sign it is. */
  thread?: string;
}

/** How far apart two notes of the margin stand at least, in pixels. */
const apart = 10;

/** After how long without a change the notes are put to their places anew, where the text has not become longer, in milliseconds. */
const resting = 600;

/**
 * The margin: what the asterisk of a title says, the texts of the notes called, the copy's reading of emendations, who
 * comments on what; or, while the text shows its authors, their names. It repeats what the apparatus says, so assistive
 * technology is spared it. Notes that would collide are pushed down.
 */
export function MarginNotes({ session, endnotes }: { session: LetterSession; endnotes: Endnotes }) {
  const changes = useChanges(session);
  const { kind, spans } = useStore(session.authors.state);
  const [tops, setTops] = useState<readonly number[]>([]);
  const [column, setColumn] = useState<HTMLElement | null>(null);
  useStore(session.leads);
  const anchors = useStore(session.comments.anchors);
  const marked = useStore(session.comments.marked);
  const notes: readonly MarginNote[] =
    kind === 'shown'
      ? authorNotes(session.view.state.doc, spans)
      : [...marginNotes(session, endnotes), ...commentNotes(marked, anchors)].sort((a, b) => a.pos - b.pos);
  const names = namesOf(notes);
  const key = names.join();
  const place = useCallback(() => {
    if (!column) return;
    const now = placed(session, column);
    setTops((before) => (now.join() === before.join() ? before : now));
  }, [session, column]);

  // What is typed in a line that stays as long moves nothing else: that is looked at when the typing rests.
  useEffect(() => {
    let calledOff = (): void => {};
    const observer = new ResizeObserver(() => {
      calledOff();
      calledOff = whenIdle(place, 100);
    });
    observer.observe(session.view.dom);
    return () => {
      calledOff();
      observer.disconnect();
    };
  }, [session, place]);
  useEffect(() => (key === '' ? undefined : whenIdle(place, 100)), [place, key]);
  useEffect(() => {
    if (changes === 0) return undefined;
    let calledOff = (): void => {};
    const timer = setTimeout(() => {
      calledOff = whenIdle(place, 100);
    }, resting);
    return () => {
      clearTimeout(timer);
      calledOff();
    };
  }, [place, changes]);

  return (
    <div className="margin" aria-hidden="true" ref={setColumn}>
      {notes.map((note, index) => (
        // The pointer may use the margin to reach a place; the keyboard has the apparatus for it.
        <p
          key={names[index]}
          data-pos={note.pos}
          className={note.thread === undefined ? 'mnote' : 'mnote said'}
          style={{ top: tops[index] ?? -9999 }}
        >
          <b>{note.thread === undefined ? note.sign : <Icon name="comment" small />}</b> {note.text}
        </p>
      ))}
    </div>
  );
}

/** A name for each note, which it keeps when all the text before it becomes longer. */
function namesOf(notes: readonly MarginNote[]): string[] {
  const counts = new Map<string, number>();
  return notes.map(({ sign, thread }) => {
    const name = thread ?? sign;
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return `${name} ${count}`;
  });
}

/** The distance of each note from the top of the column. */
function placed(session: LetterSession, column: HTMLElement): number[] {
  const top = column.getBoundingClientRect().top;
  let free = 0;
  return [...column.querySelectorAll<HTMLElement>('[data-pos]')].map((element) => {
    const pos = Math.min(Number(element.dataset.pos), session.view.state.doc.content.size);
    const wanted = session.view.coordsAtPos(pos).top - top;
    const at = Math.max(wanted, free);
    free = at + element.offsetHeight + apart;
    return at;
  });
}

function marginNotes(session: LetterSession, { order, labelled }: Endnotes): MarginNote[] {
  const { doc } = session.view.state;
  const notes: MarginNote[] = callouts(doc, order).map((callout) => {
    const { pos, kind, figure, target } = callout;
    if (kind !== 'endnote')
      return {
        pos,
        sign: `${kind === 'textual' ? 'Textual note' : 'Footnote'} ${figure}`,
        text: wordsOfNote(callout.node, session.leads.get()),
      };
    const note = labelled.find(({ id }) => id === target);
    const gap = note?.gap === undefined ? 'No text yet.' : gapWords(note.gap);
    return { pos, sign: figure, text: note ? (note.text ?? gap) : 'No such note.' };
  });
  doc.descendants((node, pos) => {
    const name = elementOf(node);
    if (name === 'choice') {
      const copy = copyReading(node);
      if (copy !== '') notes.push({ pos, sign: '', text: `Copy reads ${copy}` });
    }
    if (name === 'head' && attributeOf(node, 'type') === 'title' && isSupplied(node))
      notes.push({ pos: pos + 1, sign: '*', text: 'Title supplied by the editors' });
    return name !== 'teiHeader';
  });
  return notes.map((note) => ({ ...note, text: shortened(note.text) }));
}

/** The words of a note that stands in the text, with those of its references. */
function wordsOfNote(note: Node, leads: WhereReferencesLead | undefined): string {
  const words = new Map(
    referencesIn(note).map((reference) => [note.nodeAt(reference.from), leads?.words(reference) ?? '…']),
  );
  return note.textBetween(0, note.content.size, ' ', (leaf) => words.get(leaf) ?? '');
}

/** The signs of comments, with who has written. */
function commentNotes(marked: readonly MarkedThread[], anchors: ReadonlyMap<string, Anchor>): MarginNote[] {
  return marked.flatMap(({ id, by }) => {
    const anchor = anchors.get(id);
    const place = anchor && placeOfAnchor(anchor);
    return place ? [{ pos: place.from, sign: '', text: by, thread: id }] : [];
  });
}

function copyReading(choice: Node): string {
  return choice.children.find((child) => rowOf(elementOf(child))?.reads === 'copy')?.textContent ?? '';
}

function isSupplied(node: Node): boolean {
  return node.firstChild?.marks.some((mark) => elementOfMark(mark) === 'supplied') ?? false;
}

function shortened(text: string): string {
  return text.length > 130 ? `${text.slice(0, 120).trimEnd()} …` : text;
}
