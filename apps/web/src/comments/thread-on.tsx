import type { ThreadSubject } from '@chancery/server/api';
import { useStore } from '../store/use-store.js';
import { KeptView } from './kept-view.js';
import { useThreadContext } from './thread-context.js';
import { focusCard, ThreadView } from './thread-view.js';
import { useThreads } from './use-threads.js';

/**
 * What people say of a thing beside the text, such as a suggestion, wherever that is shown: its threads, with fields to
 * answer, or a way to begin one.
 */
export function ThreadOn(props: {
  letterId: string;
  subject: ThreadSubject & { id: string };
  canEdit: boolean;
  /** Whether a way to begin a thread is shown where there is none. */
  offered: boolean;
}) {
  const { letterId, subject } = props;
  const { data } = useThreads(letterId, true);
  const context = useThreadContext(letterId, data?.people ?? [], props.canEdit);
  const { desk } = context;
  const threads = (data?.threads ?? []).filter((thread) => isOn(thread.subject, subject));
  const kept = useStore(desk.kept).filter(
    (each) =>
      each.kind === 'thread' &&
      isOn(each.subject, subject) &&
      !threads.some(({ id }) => id === each.threadId),
  );
  const wanted = useStore(desk.wanted);
  return (
    <div className="thread-on">
      {threads.map((thread) => (
        <ThreadView key={thread.id} thread={thread} context={context} />
      ))}
      {kept.map((comment) => (
        <KeptView
          key={comment.id}
          comment={comment}
          context={context}
          wanted={wanted === comment.id}
          onDone={focusCard}
        />
      ))}
      {threads.length + kept.length === 0 && props.offered ? (
        <button type="button" className="btn small ghost" onClick={() => desk.begin(subject)}>
          Comment
        </button>
      ) : null}
    </div>
  );
}

function isOn(one: ThreadSubject, other: ThreadSubject): boolean {
  return one.kind === other.kind && one.id === other.id;
}
