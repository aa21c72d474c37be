import type { LetterReferences } from '@chancery/server/api';
import { useEffect, useMemo, useRef } from 'react';
import type { Volume } from '../api/volume.js';
import { endnoteFigures } from '../editor/callouts.js';
import { type EndnoteOrder, endnoteOrder, type LabelledEndnote } from '../editor/endnote-order.js';
import type { LetterSession } from './letter-session.js';

/** The endnotes of the volume as they are labelled now. */
export interface Endnotes {
  readonly order: EndnoteOrder;
  /** In the order of their labels; the same array as long as no label is another. */
  readonly labelled: readonly LabelledEndnote[];
}

/** Labels the endnotes by all callouts of the volume, those of the letter as it is at this moment. */
export function useEndnotes(
  session: LetterSession | undefined,
  volume: Volume | undefined,
  around: Pick<LetterReferences, 'endnotes' | 'endnoteWords' | 'counted'> | undefined,
): Endnotes {
  const order = useMemo(
    () => endnoteOrder(volume?.endnotes ?? [], around?.endnotes, volume?.noteRules, around?.counted),
    [volume, around],
  );
  useEffect(() => session?.setEndnotes(order), [session, order]);
  const latest = useRef<readonly LabelledEndnote[]>([]);
  const doc = session?.view.state.doc;
  const labelled = useMemo(() => {
    const figures = doc ? endnoteFigures(doc, order) : new Map<string, string>();
    const byId = new Map((volume?.endnotes ?? []).map((note) => [note.id, note]));
    const worded = new Map(around?.endnoteWords.map(({ noteId, text }) => [noteId, text]));
    const now = [...figures].flatMap(([id, figure]) => {
      const note = byId.get(id);
      return note ? [{ ...note, text: worded.get(id) ?? note.text, figure }] : [];
    });
    const before = latest.current;
    const same =
      now.length === before.length &&
      now.every(
        (note, index) =>
          note.id === before[index]?.id &&
          note.figure === before[index]?.figure &&
          note.text === before[index]?.text,
      );
    if (!same) latest.current = now;
    return latest.current;
  }, [doc, order, volume, around]);
  return { order, labelled };
}
