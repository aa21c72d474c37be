import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { getNote } from '../api/notes.js';
import type { Volume } from '../api/volume.js';
import { Icon } from '../app/icon.js';
import { BeginThread, ThreadOn } from '../comments/thread-on.js';
import { type CalledHere, calledNow, calledWords, stateWords } from './note-words.js';
import type { NoteDesk } from './note-writer.js';
import { SuggestedWordings } from './suggested-wordings.js';
import { WriteNote } from './write-note.js';

/**
 * An endnote in the panel beside a letter: how its review stands, where it is called, what is said of it and suggested for it,
 * and its words to be written.
 */
export function EndnoteCard(props: {
  volume: Volume;
  noteId: string;
  /** What the letter calls of it as it is at this moment, saved or not. */
  here: CalledHere;
  desk: NoteDesk;
  onBack: () => void;
}) {
  const { volume, noteId } = props;
  const fileId = volume.fileId ?? '';
  const { data } = useEndnote(volume, noteId);
  if (!data) return null;
  const { words, icon, tone } = stateWords[data.state];
  const called = calledNow(data, props.here);
  const thread = {
    letterId: fileId,
    subject: { kind: 'note', id: noteId },
    canEdit: data.may.decideSuggestions,
  } as const;
  return (
    <div data-endnote={noteId}>
      <p className="quiet endnote-called">
        <span className={`st ${tone}`}>
          <Icon name={icon} />
          {words}
        </span>{' '}
        {calledWords(called)}.
        {called.callouts > 1
          ? ` Editing the note changes it in ${called.callouts === 2 ? 'both' : `all ${called.callouts === 3 ? 'three' : called.callouts}`}.`
          : ''}
      </p>
      <WriteNote volume={volume} note={data} desk={props.desk} onBack={props.onBack} />
      <SuggestedWordings note={data} />
      {data.may.comment ? <ThreadOn {...thread} offered={false} /> : null}
      <div className="do">
        {data.may.comment ? <BeginThread {...thread} /> : null}
        <Link
          className="btn small ghost"
          to="/volumes/$editionId/notes"
          params={{ editionId: volume.id }}
          search={{ show: 'all', note: `${fileId}/${noteId}` }}
        >
          Review<span className="sr"> endnote {data.label}</span>
        </Link>
      </div>
    </div>
  );
}

/** An endnote with its review, as the server has it; nothing for a reader, who sees those that are approved. */
export function useEndnote({ id: editionId, role, fileId }: Volume, noteId: string) {
  const letterId = fileId ?? '';
  return useQuery({
    queryKey: ['note', editionId, letterId, noteId],
    queryFn: () => getNote({ editionId, letterId, noteId }),
    enabled: role !== 'reader',
  });
}
