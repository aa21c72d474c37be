import { anchorOn, type SpokenPassage } from '@chancery/prosemirror-tei';
import type { LetterDetail } from '@chancery/server/api';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { besideChanged } from '../api/beside-letter.js';
import { beginThread } from '../api/comments.js';
import { Refused } from '../app/refused.js';
import type { LetterSession } from '../desk/letter-session.js';

/** Records a stop: what does not agree with the copy, as a comment at its place. */
export function StopForm(props: {
  session: LetterSession;
  letter: LetterDetail;
  passage: SpokenPassage;
  onDone: (note: string) => void;
  onCancel: () => void;
}) {
  const { session, letter, passage } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [note, setNote] = useState('');
  const [ids] = useState(() => ({ thread: crypto.randomUUID(), comment: crypto.randomUUID() }));
  useEffect(() => field.current?.focus(), []);
  const record = useMutation({
    mutationFn: () => {
      const anchor = anchorOn(session.view.state.doc, passage.from, passage.to);
      return beginThread(letter.id, {
        id: ids.thread,
        subject: { kind: 'text', id: null },
        place: { anchor: { ...anchor }, version: session.comments.version },
        comment: { id: ids.comment, body: `Stop: ${note.trim()}` },
      });
    },
    onSuccess: () => {
      besideChanged(letter.id, 'comments');
      props.onDone(note.trim());
    },
  });
  return (
    <form
      className="stop-form"
      aria-label="Stop"
      onSubmit={(event) => {
        event.preventDefault();
        if (note.trim() !== '' && !record.isPending) record.mutate();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onCancel();
        event.stopPropagation();
      }}
    >
      <label htmlFor={id}>What does not agree</label>
      <input
        id={id}
        ref={field}
        className="field"
        maxLength={2_000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <button type="submit" className="btn small primary" aria-disabled={note.trim() === ''}>
        Record the stop
      </button>
      <button type="button" className="btn small ghost" onClick={props.onCancel}>
        Go on without
      </button>
      <Refused error={record.error} />
    </form>
  );
}
