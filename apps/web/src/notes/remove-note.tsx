import type { NoteDetail } from '@chancery/server/api';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { announce } from '../app/announce.js';
import { FormFault } from '../sign-in/form-fault.js';
import { noteHeading } from './note-words.js';
import { useNoteRemoval } from './use-note-removal.js';

/** Takes an endnote out of the volume, once one has said so twice; one that is called stays, and its callouts are told. */
export function RemoveNote({ editionId, note }: { editionId: string; note: NoteDetail }) {
  const [asked, setAsked] = useState<number>();
  const navigate = useNavigate();
  const heading = noteHeading(note);
  const remove = useNoteRemoval(
    { editionId, letterId: note.letterId, noteId: note.noteId },
    {
      onRemoved: async () => {
        announce(`${heading} has left the volume.`);
        await navigate({
          to: '/volumes/$editionId/notes',
          params: { editionId },
          search: ({ note: _, ...before }) => before,
        });
      },
    },
  );
  const called = note.where.length;
  if (asked !== note.version)
    return (
      <p className="note-remove">
        <button type="button" className="btn small ghost" onClick={() => setAsked(note.version)}>
          Remove the note
        </button>
      </p>
    );
  return (
    <section className="hint note-remove" aria-label={`Remove ${heading.toLowerCase()}`}>
      <p className="asked" role="status">
        {called === 0
          ? `${heading} leaves the volume. The history of the volume’s file keeps it.`
          : `${heading} is still called ${called === 1 ? 'in the place' : `in the ${called} places`} below. Remove ${called === 1 ? 'that callout' : 'those callouts'} first: a callout without a note cannot print.`}
      </p>
      <FormFault error={remove.error} />
      {called === 0 ? (
        <button
          type="button"
          className="btn small"
          disabled={remove.isPending}
          onClick={() => remove.mutate()}
        >
          Remove it
        </button>
      ) : null}
      <button type="button" className="btn small" onClick={() => setAsked(undefined)}>
        Keep it
      </button>
    </section>
  );
}
