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
export function useNotes(editionId: string, asked: Omit<NotesAsked, 'from'>) {
  return useInfiniteQuery({
    queryKey: ['notes', editionId, asked],
    queryFn: ({ pageParam }) => getNotes(editionId, { ...asked, from: String(pageParam) }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const shown = pages.reduce((sum, page) => sum + page.notes.length, 0);
      return shown < total ? shown : undefined;
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
