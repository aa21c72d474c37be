import type { LetterDetail } from '@chancery/server/api';
import { useEffect } from 'react';
import type { LetterSession } from '../desk/letter-session.js';
import { useStore } from '../store/use-store.js';
import { commentDeskOf, placeId } from './comment-desk.js';
import { useThreads, writersOf } from './use-threads.js';

/** Joins the comments of a letter to its open text: where they stand, and what is being written of it here. */
export function useComments(session: LetterSession | undefined, letter: LetterDetail) {
  const threads = useThreads(letter.id, letter.canComment);
  const desk = commentDeskOf(letter.id);
  const kept = useStore(desk.kept);
  const { data } = threads;

  useEffect(() => {
    if (!session || !data) return;
    session.comments.know(
      data.threads.flatMap((thread) => {
        const { id, anchor, version, resolved } = thread;
        return anchor && !resolved ? [{ id, anchor, version, by: writersOf(thread, data.people) }] : [];
      }),
    );
  }, [session, data]);

  useEffect(() => {
    if (!session || !letter.canComment) return undefined;
    desk.placer = (place) => session.comments.acknowledged(place);
    void desk.takeOver(session.clientId).then((over) => {
      for (const comment of over) {
        if (comment.kind !== 'thread') continue;
        for (const [index, { anchor, version }] of comment.places.entries())
          session.comments.track(placeId(comment, index), anchor, version);
      }
      return desk.sendWaiting();
    });
    const stop = session.saver.state.subscribe(() => {
      // A new thread waits until the text that it is on is acknowledged.
      if (session.saver.state.get().kind === 'saved') void desk.sendWaiting();
    });
    return () => {
      stop();
      desk.placer = undefined;
    };
  }, [session, letter, desk]);

  useEffect(() => {
    session?.comments.mark(
      kept.flatMap((comment) =>
        comment.kind === 'thread' &&
        comment.places.length > 0 &&
        !data?.threads.some(({ id }) => id === comment.threadId)
          ? [{ id: placeId(comment, comment.chosen), by: 'you, not sent yet' }]
          : [],
      ),
    );
  }, [session, kept, data]);

  return threads;
}
