import type { NoteDetail } from '@chancery/server/api';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { getNote, rewordEndnote } from '../api/notes.js';
import type { Volume } from '../api/volume.js';
import { Icon } from '../app/icon.js';
import { FormFault } from '../sign-in/form-fault.js';
import { calledWords, stateWords } from './note-words.js';
import { useWriting } from './use-writing.js';
import { WordsForm } from './words-form.js';

/** An endnote in the panel beside a letter: how its review stands, where else it is called, and its words to be written. */
export function EndnoteCard({ volume, noteId }: { volume: Volume; noteId: string }) {
  const fileId = volume.fileId ?? '';
  const name = { editionId: volume.id, letterId: fileId, noteId };
  const key = ['note', volume.id, fileId, noteId];
  const queries = useQueryClient();
  const note = useQuery({ queryKey: key, queryFn: () => getNote(name), enabled: volume.role !== 'reader' });
  const [writing, setWriting] = useState(false);
  const { data } = note;
  const save = useWriting(
    (words: string) => rewordEndnote(name, data?.version ?? 0, words),
    (answer: NoteDetail) => {
      queries.setQueryData(key, answer);
      setWriting(false);
    },
  );
  if (!data) return null;
  const { words, icon, tone } = stateWords[data.state];
  return (
    <div>
      <p className="quiet endnote-called">
        <span className={`st ${tone}`}>
          <Icon name={icon} />
          {words}
        </span>{' '}
        {calledWords(data)}.
        {data.callouts > 1
          ? ` Editing the note changes it in all ${data.callouts === 2 ? 'two' : data.callouts === 3 ? 'three' : data.callouts}.`
          : ''}
      </p>
      {writing ? (
        <WordsForm
          label={`Text of endnote ${data.label}`}
          start={data.text}
          act="Save the note"
          busy={save.isPending}
          onSave={(text) => save.mutate(text)}
          onLeave={() => setWriting(false)}
        />
      ) : null}
      <FormFault error={save.error} />
      <div className="do">
        {data.may.write && !writing ? (
          <button type="button" className="btn small" onClick={() => setWriting(true)}>
            Write
          </button>
        ) : null}
        <Link
          className="btn small ghost"
          to="/volumes/$editionId/notes"
          params={{ editionId: volume.id }}
          search={{ show: 'all', note: `${fileId}/${noteId}` }}
        >
          Review
        </Link>
      </div>
    </div>
  );
}
