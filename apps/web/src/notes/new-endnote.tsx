import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { addEndnote, type NoteName, similarNotes } from '../api/notes.js';
import { FormFault } from '../sign-in/form-fault.js';
import { calledWords, noteHeading } from './note-words.js';
import { useWriting } from './use-writing.js';
import { WordsForm } from './words-form.js';

/** Begins an endnote of the volume beside the letter; notes that say much the same are shown before it is written twice. */
export function NewEndnote(props: { editionId: string; onCall: (noteId: string) => void }) {
  const { editionId, onCall } = props;
  const [writing, setWriting] = useState(false);
  const [words, setWords] = useState('');
  const asked = useDeferredValue(words.trim());
  const close = () => {
    setWriting(false);
    setWords('');
  };
  const save = useWriting(
    (text: string) => addEndnote(editionId, text),
    ({ noteId }: NoteName) => {
      close();
      onCall(noteId);
    },
  );
  const similar = useQuery({
    queryKey: ['similar-notes', editionId, asked],
    queryFn: () => similarNotes(editionId, asked.slice(0, 1_000)),
    enabled: writing && asked.length >= 12,
    placeholderData: (before) => before,
  });
  if (!writing)
    return (
      <button type="button" className="btn small" onClick={() => setWriting(true)}>
        New endnote, called at the caret
      </button>
    );
  const found = asked.length >= 12 ? (similar.data ?? []) : [];
  return (
    <div className="card it">
      <WordsForm
        label="Text of the new endnote"
        start=""
        act="Add and call it"
        busy={save.isPending}
        onSave={(text) => save.mutate(text)}
        onLeave={close}
        onWords={setWords}
      />
      <FormFault error={save.error} />
      {found.length > 0 ? (
        <section aria-label="Similar notes">
          <h3>Similar notes</h3>
          <ul>
            {found.map((note) => (
              <li key={note.noteId}>
                <strong>{noteHeading(note)}</strong> <span className="quiet">{calledWords(note)}</span>
                <p className="note-text">{note.text}</p>
                {note.series === 'endnote' ? (
                  <button
                    type="button"
                    className="btn small"
                    onClick={() => {
                      close();
                      onCall(note.noteId);
                    }}
                  >
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
