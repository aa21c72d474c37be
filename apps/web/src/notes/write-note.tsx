import type { NoteDetail, NoteToWrite, NoteWording } from '@chancery/server/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { getWording, type NoteName, rewordEndnote, suggestWording } from '../api/notes.js';
import { RequestFailed } from '../api/request-failed.js';
import type { Volume } from '../api/volume.js';
import { announce } from '../app/announce.js';
import { FormFault } from '../sign-in/form-fault.js';
import { noteHeading } from './note-words.js';
import { type NoteDesk, NoteWriter } from './note-writer.js';
import { useKeptWording } from './use-kept-wording.js';
import { useWriting } from './use-writing.js';

type Purpose = 'write' | 'suggest';

interface Begun extends NoteWording, Partial<Pick<NoteToWrite, 'references'>> {
  readonly purpose: Purpose;
}

/**
 * Writes an endnote anew, or suggests another wording. What is written is kept on this device until it is saved or given up,
 * also where somebody else has written the note meanwhile.
 */
export function WriteNote(props: {
  volume: Volume;
  note: NoteDetail;
  desk: NoteDesk;
  /** Goes back to where one came from. */
  onBack: () => void;
}) {
  const { volume, note, desk } = props;
  const { letterId, noteId } = note;
  const name: NoteName = { editionId: volume.id, letterId, noteId };
  const heading = noteHeading(note).toLowerCase();
  const { kept, keep, release } = useKeptWording(`${volume.id}/${letterId}/${noteId}`);
  const [begun, setBegun] = useState<Begun>();
  const queries = useQueryClient();
  const key = ['note', volume.id, letterId, noteId];

  const open = useMutation({
    mutationFn: async (purpose: Purpose): Promise<Begun> => {
      // What is kept here can be written upon without a connection, too.
      const latest = kept ? await getWording(name).catch(() => kept) : await getWording(name);
      return { ...latest, ...kept, purpose };
    },
    onSuccess: setBegun,
  });
  const save = useWriting(
    (wording: NoteWording): Promise<NoteDetail> =>
      begun?.purpose === 'suggest' ? suggestWording(name, wording) : rewordEndnote(name, wording),
    (answer) => {
      release();
      queries.setQueryData(key, answer);
      announce(begun?.purpose === 'suggest' ? 'Suggested.' : 'The note is saved. It is a draft now.');
      setBegun(undefined);
    },
    // Whoever was second is to see what the first has written.
    () => void queries.invalidateQueries({ queryKey: key }),
  );
  const isStale = save.error instanceof RequestFailed && save.error.type.endsWith('stale');

  if (!begun)
    return (
      <>
        <FormFault error={open.error} />
        {kept ? <p className="quiet">A wording that was not saved is kept on this device.</p> : null}
        <div className="do">
          {note.may.write ? (
            <button
              type="button"
              className="btn small"
              disabled={open.isPending || kept === undefined}
              onClick={() => open.mutate('write')}
            >
              {kept ? 'Go on writing' : 'Write'}
              <span className="sr"> {heading}</span>
            </button>
          ) : null}
          {note.may.suggest ? (
            <button
              type="button"
              className="btn small"
              disabled={open.isPending || kept === undefined}
              onClick={() => open.mutate('suggest')}
            >
              Suggest a wording<span className="sr"> for {heading}</span>
            </button>
          ) : null}
        </div>
      </>
    );
  return (
    <>
      <NoteWriter
        label={begun.purpose === 'suggest' ? `Suggested text of ${heading}` : `Text of ${heading}`}
        content={begun.content}
        references={begun.references}
        act={begun.purpose === 'suggest' ? 'Suggest it' : 'Save the note'}
        busy={save.isPending}
        desk={desk}
        registers={volume}
        onWritten={(content) => keep({ content, version: begun.version })}
        onSave={(content) => save.mutate({ content, version: begun.version })}
        onEscape={() => {
          setBegun(undefined);
          props.onBack();
        }}
        onLeave={() => {
          release();
          save.reset();
          setBegun(undefined);
        }}
      />
      <FormFault error={save.error} />
      {isStale && kept ? (
        <button
          type="button"
          className="btn small"
          onClick={async () => {
            const { version } = await getWording(name);
            setBegun({ ...begun, content: kept.content, version });
            save.mutate({ content: kept.content, version });
          }}
        >
          Put mine in the place of theirs
        </button>
      ) : null}
    </>
  );
}
