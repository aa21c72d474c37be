import type { ThreadAnswer } from '@chancery/server/api';
import type { ReactNode } from 'react';
import { useStore } from '../store/use-store.js';
import { CommentField } from './comment-field.js';
import { CommentView } from './comment-view.js';
import { KeptView } from './kept-view.js';
import type { ThreadContext } from './thread-context.js';

/** What is said in a thread, what of it waits on this device, and the field to answer. */
export function ThreadView(props: {
  thread: ThreadAnswer;
  context: ThreadContext;
  /** Where it stands, and the words that it is on: shown with its first comment. */
  place?: ReactNode;
  words?: ReactNode;
}) {
  const { thread, context } = props;
  const { desk } = context;
  const kept = useStore(desk.kept).filter((each) => each.threadId === thread.id);
  const wanted = useStore(desk.wanted);
  const answer = kept.find((each) => each.kind === 'answer' && !each.sent);
  const waiting = kept.filter(
    (each) => each.kind === 'answer' && each.sent && !thread.comments.some(({ id }) => id === each.id),
  );
  const resolved = thread.resolved !== null;
  return (
    <>
      {thread.comments.map((comment, index) => (
        <CommentView
          key={comment.id}
          comment={comment}
          threadId={thread.id}
          context={context}
          {...(index === 0 ? { place: props.place, words: props.words } : {})}
          correction={kept.find((each) => each.kind === 'correction' && each.id === comment.id)}
          wanted={wanted === comment.id}
          onDone={focusCard}
        />
      ))}
      {waiting.map((comment) => (
        <div key={comment.id} className="comment">
          <KeptView comment={comment} context={context} wanted={false} onDone={focusCard} />
        </div>
      ))}
      {resolved ? null : (
        <CommentField
          label={`Reply in the thread on ${thingOf(thread)}`}
          placeholder="Reply"
          text={answer?.text ?? ''}
          mentioned={answer?.mentioned ?? []}
          people={context.mentionable}
          onWrite={(text, mentioned) => desk.answer(thread.id, text, mentioned)}
          onSend={() => (answer ? desk.send(answer) : undefined)}
        />
      )}
      {answer?.refused === undefined ? null : <p className="st err refused">{answer.refused}</p>}
      <div className="do">
        {resolved ? null : (
          <button
            type="button"
            className={answer ? 'btn small primary' : 'btn small'}
            aria-disabled={answer ? undefined : true}
            onClick={() => (answer ? desk.send(answer) : undefined)}
          >
            Reply
          </button>
        )}
        {context.mayResolve(thread) ? (
          <button type="button" className="btn small" onClick={() => context.resolve(thread, !resolved)}>
            {resolved ? 'Reopen' : 'Resolve'}
          </button>
        ) : null}
      </div>
    </>
  );
}

/** What a thread is on, in a word or in its words. */
function thingOf({ words, subject }: ThreadAnswer): string {
  if (words !== '') return `“${words}”`;
  return subject.id === null ? 'this place' : `this ${subject.kind.replaceAll('-', ' ')}`;
}

/** Gives the focus to the card whose field is about to go: to itself where it takes it, and not to what decides about it. */
export function focusCard(): void {
  const card = document.activeElement?.closest<HTMLElement>('.card');
  const to = card?.hasAttribute('tabindex') ? card : card?.querySelector<HTMLElement>('button');
  to?.focus();
}
