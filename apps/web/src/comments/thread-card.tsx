import { useEffect, useRef } from 'react';
import type { ArrangedThread } from './arrange-threads.js';
import { nameOf } from './comment-parts.js';
import type { ThreadContext } from './thread-context.js';
import { ThreadView } from './thread-view.js';

/** A thread on its card: who began it, where it stands, the words that it is on, and what is said. */
export function ThreadCard(props: {
  arranged: ArrangedThread;
  /** “paragraph 3”; a word for what it is on when that is not in the text. */
  place: string;
  context: ThreadContext;
  current: boolean;
  onSelect: () => void;
  /** Goes to the place in the text; there is none while its words are gone. */
  onGo: (() => void) | undefined;
}) {
  const { thread } = props.arranged;
  const { context, current } = props;
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) card.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const name = nameOf(context.people, thread.createdById);
  return (
    <li
      ref={card}
      className={current ? 'card it thread on' : 'card it thread'}
      aria-current={current ? 'true' : undefined}
      data-thread-card={thread.id}
      onFocus={() => (current ? undefined : props.onSelect())}
    >
      {thread.resolved ? <p className="st ok">Resolved</p> : null}
      <ThreadView
        thread={thread}
        context={context}
        place={
          <button
            type="button"
            className="to-place"
            aria-label={`${props.place}, thread of ${name}`}
            aria-disabled={props.onGo ? undefined : true}
            onClick={props.onGo}
          >
            {props.place}
          </button>
        }
        words={thread.words === '' ? null : <p className="q">“{shortened(thread.words)}”</p>}
      />
    </li>
  );
}

/** As much of the words of a thread as its card has room for. */
export function shortened(words: string): string {
  return words.length > 120 ? `${words.slice(0, 110).trimEnd()} …` : words;
}
