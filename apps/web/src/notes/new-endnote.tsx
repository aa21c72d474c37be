import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { addEndnote, type NoteName, similarNotes } from '../api/notes.js';
import type { Volume } from '../api/volume.js';
import { noWords } from '../editor/note-draft.js';
import { FormFault } from '../sign-in/form-fault.js';
import { calledWords, noteHeading } from './note-words.js';
import { type NoteDesk, NoteWriter } from './note-writer.js';
import { useKeptWording } from './use-kept-wording.js';
import { useWriting } from './use-writing.js';

/** Begins an endnote of the volume beside the letter; notes that say much the same are shown before it is written twice. */
export function NewEndnote(props: {
  volume: Volume;
  desk: NoteDesk;
  onCall: (noteId: string) => void;
  onBack: () => void;
}) {
  const { volume, desk } = props;
  const editionId = volume.id;
  const [writing, setWriting] = useState(false);
  const [words, setWords] = useState('');
  const { kept, keep, release } = useKeptWording(`${editionId}/new`);
  const asked = useDeferredValue(words.trim());
  const close = () => {
    setWriting(false);
    setWords('');
  };
  const call = (noteId: string) => {
    release();
    close();
    desk.letGo();
    props.onCall(noteId);
  };
  const save = useWriting(
    (content: typeof noWords) => addEndnote(editionId, content),
    ({ noteId }: NoteName) => call(noteId),
  );
  const similar = useQuery({
    queryKey: ['similar-notes', editionId, asked],
    queryFn: () => similarNotes(editionId, asked.slice(0, 1_000)),
    enabled: writing && asked.length >= 12,
    placeholderData: (before) => before,
  });
  const found = writing && asked.length >= 12 ? (similar.data ?? []) : [];
  const isFound = found.length > 0;
  const likeIt = useRef<HTMLElement>(null);
  // They stand under the note, so that its words do not shift: where that is out of sight it is brought into view.
  useEffect(() => {
    if (isFound) likeIt.current?.scrollIntoView({ block: 'nearest' });
  }, [isFound]);
  if (!writing)
    return (
      <button
        type="button"
        className="btn small"
        disabled={kept === undefined}
        onClick={() => setWriting(true)}
      >
        {kept ? 'Go on with the new endnote' : 'New endnote, called at the caret'}
      </button>
    );
  return (
    <div className="card it">
      <NoteWriter
        label="Text of the new endnote"
        content={kept?.content ?? noWords}
        act="Add and call it"
        busy={save.isPending}
        desk={desk}
        registers={volume}
        onWritten={(content, now) => {
          setWords(now);
          keep({ content, version: 0 });
        }}
        onSave={(content) => save.mutate(content)}
        onEscape={() => {
          close();
          props.onBack();
        }}
        onLeave={() => {
          release();
          close();
        }}
      />
      <FormFault error={save.error} />
      {isFound ? (
        <section aria-label="Similar notes" ref={likeIt}>
          <h3>Similar notes</h3>
          <ul>
            {found.map((note) => (
              <li key={note.noteId}>
                <strong>{noteHeading(note)}</strong> <span className="quiet">{calledWords(note)}</span>
                <p className="note-text">{note.text}</p>
                {note.series === 'endnote' ? (
                  <button type="button" className="btn small" onClick={() => call(note.noteId)}>
                    Call {noteHeading(note).toLowerCase()} instead
                  </button>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
