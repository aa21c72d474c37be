import { gutterName, type PlacedBlock, placedBlocks } from '@chancery/prosemirror-tei';
import type { LetterThreads } from '@chancery/server/api';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { Failure } from '../app/failure.js';
import type { LetterSession } from '../desk/letter-session.js';
import { takeForRead, useInbox } from '../inbox/use-inbox.js';
import { useStore } from '../store/use-store.js';
import {
  type ArrangedThread,
  arrangeThreads,
  isShown,
  type ThreadFilter,
  threadFilters,
} from './arrange-threads.js';
import { beginComment } from './begin-comment.js';
import { commentDeskOf } from './comment-desk.js';
import { NewThreadCard } from './new-thread-card.js';
import { ThreadCard } from './thread-card.js';
import { useThreadContext } from './thread-context.js';

const nobody: LetterThreads = { threads: [], people: [] };

const filterNames: Readonly<Record<ThreadFilter, string>> = {
  open: 'Open',
  resolved: 'Resolved',
  mine: 'Mine',
};

/** What people say of the letter: threads in the order of the text, and those whose words have left it. */
export function CommentsPanel(props: {
  session: LetterSession;
  letterId: string;
  data: LetterThreads | undefined;
  error: unknown;
  canEdit: boolean;
}) {
  const { session, letterId, data = nobody } = props;
  const { comments } = session;
  const context = useThreadContext(letterId, data.people, props.canEdit);
  const desk = commentDeskOf(letterId);
  const kept = useStore(desk.kept);
  const wanted = useStore(desk.wanted);
  const anchors = useStore(comments.anchors);
  const selected = useStore(comments.selected);
  const [filter, setFilter] = useState<ThreadFilter>('open');
  const { doc } = session.view.state;
  const blocks = useMemo(() => placedBlocks(doc), [doc]);

  const chosen = data.threads.find(({ id }) => id === selected);
  useEffect(() => {
    if (!chosen) return;
    setFilter((now) => (isShown(chosen, now, context.me) ? now : chosen.resolved ? 'resolved' : 'open'));
  }, [chosen, context.me]);

  // Who looks at a thread has seen what the inbox says of it.
  const inbox = useInbox();
  const unseen = inbox.data?.items.some(({ unread, thread }) => unread && thread?.id === selected) ?? false;
  useEffect(() => {
    if (unseen && selected !== undefined) takeForRead({ threadId: selected });
  }, [unseen, selected]);

  const shown = data.threads.filter((thread) => isShown(thread, filter, context.me));
  const { placed, orphaned, beside } = arrangeThreads(shown, anchors);
  const begun = kept.flatMap((each) =>
    each.kind === 'thread' && !data.threads.some(({ id }) => id === each.threadId) ? [each] : [],
  );

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.matches('textarea, input, select')) return;
    const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.to-place')];
    const card = document.activeElement?.closest('[data-thread-card]');
    const here = buttons.findIndex((button) => card?.contains(button));
    buttons[Math.min(Math.max(here + step, 0), buttons.length - 1)]?.focus();
  }

  const card = (arranged: ArrangedThread, place: string) => {
    const { thread, from, to } = arranged;
    return (
      <ThreadCard
        key={thread.id}
        arranged={arranged}
        place={place}
        context={context}
        current={thread.id === selected}
        onSelect={() => {
          comments.select(thread.id);
          comments.show(thread.id);
        }}
        onGo={from === undefined ? undefined : () => session.goTo(from, to)}
      />
    );
  };

  return (
    <section className="comments" aria-label="Comments" onKeyDown={onKeyDown}>
      <div className="comments-head">
        <fieldset className="seg">
          <legend className="sr">Which comments are shown</legend>
          {threadFilters.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="comments-shown"
                checked={filter === each}
                onChange={() => setFilter(each)}
              />
              {filterNames[each]}
            </label>
          ))}
        </fieldset>
        <button
          type="button"
          className="btn small"
          onClick={() => beginComment(session, letterId, undefined)}
        >
          Comment
        </button>
      </div>
      {props.error && !props.data ? (
        <Failure
          what="The comments could not be loaded."
          safe="What you wrote is kept on this device."
          error={props.error}
        />
      ) : null}
      {context.failure === undefined ? null : (
        <p className="st err refused" role="alert">
          {context.failure}
        </p>
      )}
      {begun.length > 0 ? (
        <ul>
          {begun.map((comment) => (
            <NewThreadCard
              key={comment.id}
              comment={comment}
              context={context}
              wanted={wanted === comment.id}
              onDone={() => session.view.focus()}
            />
          ))}
        </ul>
      ) : null}
      {shown.length + begun.length === 0 ? <h2>{nothing[filter]}</h2> : null}
      <ul aria-label="Comments in the order of the text">
        {placed.map((each) => card(each, placeIn(blocks, each.from ?? 0)))}
      </ul>
      {beside.length > 0 ? (
        <>
          <h2>Beside the text</h2>
          <ul>{beside.map((each) => card(each, `on a ${each.thread.subject.kind.replaceAll('-', ' ')}`))}</ul>
        </>
      ) : null}
      {orphaned.length > 0 ? (
        <>
          <h2>On words that are no longer in the letter</h2>
          <ul>{orphaned.map((each) => card(each, 'words gone'))}</ul>
        </>
      ) : null}
    </section>
  );
}

const nothing: Readonly<Record<ThreadFilter, string>> = {
  open: 'No comments are open. Choose words in the letter, then press Ctrl M and K.',
  resolved: 'No comments have been resolved.',
  mine: 'You have no part in any comments on this letter.',
};

/** “paragraph 3”, from the blocks of the letter. */
function placeIn(blocks: readonly PlacedBlock[], position: number): string {
  const block = blocks.find(({ pos, node }) => pos <= position && position < pos + node.nodeSize);
  const name = block ? gutterName(block) : '';
  return /^\d+$/u.test(name) ? `paragraph ${name}` : name || 'in the letter';
}
