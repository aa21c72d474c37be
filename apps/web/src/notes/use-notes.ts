import type { NoteDecisionRequest, NoteDetail } from '@chancery/server/api';
import { skipToken, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  decideNote,
  getNote,
  getNotes,
  type NoteName,
  type NotesAsked,
  readCallout,
  takeNoteDecisionBack,
} from '../api/notes.js';
import { RequestFailed } from '../api/request-failed.js';
import { announce } from '../app/announce.js';
import { stateWords } from './note-words.js';

/** The queue, page by page. */
export function useNotes(editionId: string, asked: Omit<NotesAsked, 'after'>) {
  return useInfiniteQuery({
    queryKey: ['notes', editionId, asked],
    queryFn: ({ pageParam: after }) =>
      getNotes(editionId, { ...asked, ...(after === undefined ? {} : { after }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ total }, pages) => {
      const shown = pages.reduce((sum, page) => sum + page.notes.length, 0);
      const last = pages.at(-1)?.notes.at(-1);
      return last && shown < total ? `${last.letterId}/${last.noteId}` : undefined;
    },
  });
}

/** One note, and what can be done about it. */
export function useNote(name: NoteName | undefined) {
  const queries = useQueryClient();
  const key = ['note', name?.editionId, name?.letterId, name?.noteId];
  const note = useQuery({ queryKey: key, queryFn: name ? () => getNote(name) : skipToken });
  const onSuccess = (answer: NoteDetail) => {
    queries.setQueryData(key, answer);
    void queries.invalidateQueries({ queryKey: ['notes', name?.editionId] });
  };
  const told = (answer: NoteDetail) => {
    onSuccess(answer);
    announce(`${stateWords[answer.state].words}.`);
  };
  // Whoever was second sees the note as it is now, and is asked again.
  const onError = (error: Error) => {
    if (error instanceof RequestFailed && error.status === 409) {
      void queries.invalidateQueries({ queryKey: key });
      void queries.invalidateQueries({ queryKey: ['notes', name?.editionId] });
    }
  };
  const named = () => {
    if (!name) throw new RangeError('no note is open');
    return name;
  };
  const decide = useMutation({
    mutationFn: (decision: NoteDecisionRequest) => decideNote(named(), decision),
    onSuccess: told,
    onError,
  });
  const takeBack = useMutation({
    mutationFn: () => takeNoteDecisionBack(named()),
    onSuccess: told,
    onError,
  });
  const read = useMutation({
    mutationFn: ({ version, callout }: { version: number; callout: string }) =>
      readCallout(named(), version, callout),
    onSuccess,
  });
  return { note, decide, takeBack, read };
}
