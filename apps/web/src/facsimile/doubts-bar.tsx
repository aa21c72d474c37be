import type { RecognitionAnswer } from '@chancery/server/api';
import { useQueryClient } from '@tanstack/react-query';
import { TextSelection } from 'prosemirror-state';
import { useEffect, useMemo, useState } from 'react';
import { settleWords } from '../api/recognitions.js';
import { announce } from '../app/announce.js';
import type { LetterSession } from '../desk/letter-session.js';
import { doubtsKnown } from '../editor/doubts-plugin.js';
import { useStore } from '../store/use-store.js';
import { type DoubtfulWord, doubtfulWords } from './doubtful-words.js';
import type { ZoneInText } from './zones-of-doc.js';

/** Leads from one word that was read with doubt to the next. A word is done with when it is changed, or said to be right. */
export function DoubtsBar(props: {
  session: LetterSession;
  letterId: string;
  recognition: RecognitionAnswer;
  linked: readonly ZoneInText[];
  canEdit: boolean;
}) {
  const { session, letterId, recognition, linked } = props;
  const queries = useQueryClient();
  const caret = useStore(session.caret);
  const [at, setAt] = useState<DoubtfulWord>();
  const { view } = session;
  const doubts = useMemo(
    () => doubtfulWords(recognition, view.state.doc, linked),
    [recognition, view, linked],
  );
  useEffect(() => {
    view.dispatch(view.state.tr.setMeta(doubtsKnown, doubts));
    return () => {
      if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(doubtsKnown, []));
    };
  }, [view, doubts]);
  // Among words of one paragraph the caret's place in words stays the same: the browser says that it has moved.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret says that there is something to look at
  useEffect(() => {
    const look = () => {
      const { from, to } = view.state.selection;
      setAt(doubts.find((each) => each.from <= from && to <= each.to));
    };
    look();
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [view, doubts, caret]);
  if (doubts.length === 0) return null;

  function go({ from, to, text }: DoubtfulWord): void {
    const { doc, tr } = view.state;
    view.dispatch(tr.setSelection(TextSelection.create(doc, from, to)).scrollIntoView());
    view.focus();
    announce(`Read with doubt: ${text}`);
  }

  function next(): void {
    const { to } = view.state.selection;
    const following = doubts.find((each) => each.from >= to) ?? doubts[0];
    if (following) go(following);
  }

  async function settle(word: DoubtfulWord): Promise<void> {
    await settleWords(letterId, recognition.id, [word.name]);
    const following =
      doubts.find(({ from }) => from >= word.to) ?? doubts.find(({ name }) => name !== word.name);
    await queries.invalidateQueries({ queryKey: ['letter', letterId, 'recognitions'] });
    if (following) go(following);
    else announce('No more words read with doubt.');
  }

  return (
    <div className="do">
      <span>{doubts.length === 1 ? '1 word read with doubt' : `${doubts.length} words read with doubt`}</span>
      <button type="button" className="btn small" onClick={next}>
        Next doubtful word
      </button>
      {at && props.canEdit ? (
        <button type="button" className="btn small" onClick={() => void settle(at)}>
          “{at.text}” is right
        </button>
      ) : null}
    </div>
  );
}
