import type { ThreadSubject } from '@chancery/server/api';
import { useStore } from '../store/use-store.js';
import { KeptView } from './kept-view.js';
import { useThreadContext } from './thread-context.js';
import { focusCard, ThreadView } from './thread-view.js';
import { useThreads } from './use-threads.js';

interface OnThing {
  readonly letterId: string;
  readonly subject: ThreadSubject & { id: string };
  readonly canEdit: boolean;
  /** Whether a way to begin a thread is shown below, where there is none. */
  readonly offered: boolean;
}

/**
 * What people say of a thing beside the text, such as a suggestion, wherever that is shown: its threads, with fields to
 * answer, or a way to begin one.
 */
export function ThreadOn(props: OnThing) {
  const { letterId, subject } = props;
  const { threads, kept, context } = useThreadsOn(props);
  const wanted = useStore(context.desk.wanted);
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
      {props.offered ? <BeginThread letterId={letterId} subject={subject} canEdit={props.canEdit} /> : null}
    </div>
  );
}

/** The way to begin a thread on a thing beside the text; nothing where there is one. */
export function BeginThread(props: Omit<OnThing, 'offered'> & { tabIndex?: number }) {
  const { threads, kept, context } = useThreadsOn(props);
  if (threads.length + kept.length > 0) return null;
  return (
    <button
      type="button"
      className="btn small ghost"
      tabIndex={props.tabIndex}
      onClick={() => context.desk.begin(props.subject)}
    >
      Comment
    </button>
  );
}

function useThreadsOn({ letterId, subject, canEdit }: Omit<OnThing, 'offered'>) {
  const { data } = useThreads(letterId, true);
  const context = useThreadContext(letterId, data?.people ?? [], canEdit);
  const threads = (data?.threads ?? []).filter((thread) => isOn(thread.subject, subject));
  const kept = useStore(context.desk.kept).filter(
    (each) =>
      each.kind === 'thread' &&
      isOn(each.subject, subject) &&
      !threads.some(({ id }) => id === each.threadId),
  );
  return { threads, kept, context };
}

function isOn(one: ThreadSubject, other: ThreadSubject): boolean {
  return one.kind === other.kind && one.id === other.id;
}
