import { useRef, useState } from 'react';
import { callouts } from '../editor/callouts.js';
import type { LetterSession } from './letter-session.js';
import type { Endnotes } from './use-endnotes.js';

/** An endnote that the letter called, and that nothing calls any more. */
export interface GoneNote {
  readonly id: string;
  /** The label that it had while it was called. */
  readonly figure: string;
}

/** The notes whose last callouts have gone from the letter while it is open, until one has said that a note is kept. */
export function useGoneNotes(
  session: LetterSession | undefined,
  { order, labelled }: Endnotes,
): { readonly gone: readonly GoneNote[]; readonly keep: (id: string) => void } {
  const had = useRef(new Map<string, string>());
  const of = useRef(session);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  if (of.current !== session) {
    of.current = session;
    had.current = new Map();
  }
  const doc = session?.view.state.doc;
  const called = doc ? callouts(doc, order).filter(({ kind }) => kind === 'endnote') : [];
  for (const { target, figure } of called) had.current.set(target, figure);
  const anywhere = new Set([...order.before, ...order.after, ...called.map(({ target }) => target)]);
  const gone = [...had.current]
    .filter(([id]) => !anywhere.has(id) && !kept.has(id) && labelled.some((note) => note.id === id))
    .map(([id, figure]) => ({ id, figure }));
  return { gone, keep: (id) => setKept((before) => new Set([...before, id])) };
}
