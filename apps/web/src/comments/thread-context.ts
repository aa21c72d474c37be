import type { LetterThreads, ThreadAnswer } from '@chancery/server/api';
import { useMemo, useState } from 'react';
import { besideLetter } from '../api/beside-letter.js';
import { correctComment, resolveThread } from '../api/comments.js';
import { RequestFailed } from '../api/request-failed.js';
import { useSession } from '../api/use-session.js';
import { announce } from '../app/announce.js';
import { queryClient } from '../app/query-client.js';
import { type CommentDesk, commentDeskOf } from './comment-desk.js';
import type { Named } from './comment-parts.js';

/** What every thread on a letter is shown with. */
export interface ThreadContext {
  readonly letterId: string;
  readonly people: LetterThreads['people'];
  /** Those who may be mentioned. */
  readonly mentionable: readonly Named[];
  readonly me: string | undefined;
  readonly desk: CommentDesk;
  /** What was not done, and why. */
  readonly failure: string | undefined;
  readonly mayResolve: (thread: ThreadAnswer) => boolean;
  readonly resolve: (thread: ThreadAnswer, resolved: boolean) => void;
  readonly takeBack: (commentId: string, takenBack: boolean) => void;
}

/** @param canEdit whether the person may edit the letter now, and so may resolve the threads of others too */
export function useThreadContext(
  letterId: string,
  people: LetterThreads['people'],
  canEdit: boolean,
): ThreadContext {
  const session = useSession();
  const me = session.data?.id;
  const [failure, setFailure] = useState<string>();
  return useMemo(() => {
    function ask(request: Promise<void>, done: string): void {
      request.then(
        () => {
          setFailure(undefined);
          announce(done);
          return queryClient.invalidateQueries({ queryKey: besideLetter(letterId, 'comments') });
        },
        (error: unknown) => {
          const reason = error instanceof RequestFailed ? error.message : 'It could not be done.';
          setFailure(`${reason} Nothing has changed.`);
        },
      );
    }
    return {
      letterId,
      people,
      mentionable: people.filter((each) => each.mentionable && each.id !== me),
      me,
      desk: commentDeskOf(letterId),
      failure,
      mayResolve: ({ createdById }) => canEdit || createdById === me,
      resolve: ({ id }, resolved) =>
        ask(resolveThread(letterId, id, resolved), resolved ? 'Resolved' : 'Opened again'),
      takeBack: (commentId, takenBack) =>
        ask(correctComment(letterId, commentId, { takenBack }), takenBack ? 'Taken back' : 'Put back'),
    };
  }, [letterId, people, canEdit, me, failure]);
}
