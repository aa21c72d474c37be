import type { InboxItem } from '@chancery/server/api';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { signReading } from '../api/stages.js';
import { announce } from '../app/announce.js';
import { Failure } from '../app/failure.js';
import { Icon } from '../app/icon.js';
import { GreyLines } from '../app/slowly.js';
import { useTitle } from '../app/use-title.js';
import { whenChanged } from '../letters/when-changed.js';
import { groupInbox, inboxHeading, inboxWords } from './inbox-words.js';
import { inboxIs, takeForRead, useInbox } from './use-inbox.js';

/** What concerns one: under the letters that it is about, what is unread first. J and K move, Enter opens, S signs a reading. */
export function InboxPage() {
  useTitle('Inbox');
  const inbox = useInbox();
  const unread = inbox.data?.unread ?? 0;

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 's') {
      document.activeElement?.closest('.inbox-line')?.querySelector<HTMLElement>('.sign')?.click();
      return;
    }
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('.inbox-open')];
    const line = document.activeElement?.closest('.inbox-line');
    const here = lines.findIndex((each) => line?.contains(each));
    lines[Math.min(Math.max(here + step, 0), lines.length - 1)]?.focus();
  }

  return (
    <main id="main" className="inbox-page" data-pane="">
      <div className="inbox-head">
        <h1>Inbox</h1>
        <p className="quiet" role="status">
          {inbox.data ? (unread === 0 ? 'Nothing unread' : `${unread} unread`) : ''}
        </p>
        <span className="grow" />
        {unread > 0 ? (
          <button type="button" className="btn" onClick={() => takeForRead({ all: true })}>
            Mark all read
          </button>
        ) : null}
      </div>
      {inbox.isPending ? <GreyLines count={6} label="Opening the inbox" /> : null}
      {inbox.isError ? (
        <Failure
          what="The inbox could not be loaded."
          safe="Nothing in it is lost."
          error={inbox.error}
          onRetry={() => inbox.refetch()}
        />
      ) : null}
      {inbox.data?.items.length === 0 ? (
        <p className="inbox-empty">
          Nothing concerns you yet. Here stands who hands you a letter, who mentions you in a comment or
          answers you, and what becomes of the threads that you began and the notes that you wrote.
        </p>
      ) : null}
      <section aria-label="What concerns you" onKeyDown={onKeyDown}>
        {groupInbox(inbox.data?.items ?? []).map(({ key, letter, items }) => (
          <section key={key} className="inbox-group">
            <h2>
              {letter ? inboxHeading(letter) : 'Of several letters'}
              {letter ? <span className="quiet"> {letter.edition}</span> : null}
            </h2>
            <ul>
              {items.map((item) => (
                <InboxLine key={item.id} item={item} />
              ))}
            </ul>
          </section>
        ))}
      </section>
    </main>
  );
}

function InboxLine({ item }: { item: InboxItem }) {
  const { letter, thread } = item;
  const words = inboxWords(item);
  const said = (
    <>
      {item.unread ? <span className="st act unread">Unread</span> : null}
      <strong>{words}</strong>
    </>
  );
  const signing = useMutation({
    mutationFn: signReading,
    onSuccess: (inbox) => {
      inboxIs(inbox);
      announce('Signed. The ledger of the letter says so.');
    },
  });
  const read = () => (item.unread ? takeForRead({ ids: [item.id] }) : undefined);
  return (
    <li className={item.unread ? 'inbox-line card unread' : 'inbox-line card'}>
      <div className="top">
        {letter && item.note !== null ? (
          <Link
            className="inbox-open"
            to="/volumes/$editionId/notes"
            params={{ editionId: letter.editionId }}
            search={{ show: 'all', note: `${letter.id}/${item.note}` }}
            onClick={read}
          >
            {said}
          </Link>
        ) : letter && item.kind === 'to-key' ? (
          <Link
            className="inbox-open"
            to="/volumes/$editionId/collation"
            params={{ editionId: letter.editionId }}
            onClick={read}
          >
            {said}
          </Link>
        ) : letter ? (
          <Link
            className="inbox-open"
            to="/letters/$letterId"
            params={{ letterId: letter.id }}
            search={thread ? { thread: thread.id } : {}}
            onClick={read}
          >
            {said}
          </Link>
        ) : (
          <Link className="inbox-open" to="/work" onClick={read}>
            {said}
          </Link>
        )}
        <time className="w" dateTime={item.at}>
          {whenChanged(item.at)}
        </time>
        {item.sign === null ? null : (
          <button
            type="button"
            className="btn small sign"
            aria-keyshortcuts="S"
            disabled={signing.isPending}
            onClick={() => signing.mutate(item.sign ?? '')}
          >
            Sign the reading <kbd>S</kbd>
          </button>
        )}
        {item.unread ? (
          <button type="button" className="btn small ghost" onClick={read} aria-label={`Mark read: ${words}`}>
            Mark read
          </button>
        ) : null}
      </div>
      {signing.isError ? (
        <p role="alert" className="st err">
          <Icon name="error" />
          {signing.error.message}
        </p>
      ) : null}
      {thread && thread.words !== '' ? <p className="q">“{thread.words}”</p> : null}
      {item.excerpt === '' ? null : <p className="excerpt">{item.excerpt}</p>}
    </li>
  );
}
