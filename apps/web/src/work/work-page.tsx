import type { QueueEntry } from '@chancery/server/api';
import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { Failure } from '../app/failure.js';
import { Icon } from '../app/icon.js';
import { GreyLines } from '../app/slowly.js';
import { useTitle } from '../app/use-title.js';
import { counted } from '../letters/counted.js';
import { StagePips } from '../letters/stage-pips.js';
import { titleCase } from '../letters/title-case.js';
import { dueWords, inWords } from '../stages/stage-words.js';
import { useQueue } from './use-queue.js';

/** One’s own work: the letters that wait, and those that are to come. J and K move, Enter opens. */
export function WorkPage() {
  useTitle('My work');
  const queue = useQueue();
  const entries = queue.data ?? [];
  const waiting = entries.filter(({ waits }) => waits);
  const coming = entries.filter(({ waits }) => !waits);
  const several = new Set(entries.map(({ editionId }) => editionId)).size > 1;
  const overdue = waiting.filter((entry) => entry.overdue).length;

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('.work-open')];
    const here = lines.findIndex((each) => each.matches(':focus'));
    lines[Math.min(Math.max(here + step, 0), lines.length - 1)]?.focus();
  }

  return (
    <main id="main" className="inbox-page work-page" data-pane="">
      <div className="inbox-head">
        <h1>My work</h1>
        <p className="quiet" role="status">
          {queue.data ? summary(waiting.length, overdue) : ''}
        </p>
      </div>
      {queue.isPending ? <GreyLines count={6} label="Fetching your work" /> : null}
      {queue.isError ? (
        <Failure
          what="Your work could not be fetched."
          safe="Nothing of it is lost."
          error={queue.error}
          onRetry={() => queue.refetch()}
        />
      ) : null}
      {queue.isSuccess && entries.length === 0 ? (
        <p className="inbox-empty">Nothing awaits you. What editors assign to you stands here.</p>
      ) : null}
      <section aria-label="Your letters" onKeyDown={onKeyDown}>
        <Part heading="Waits for you" entries={waiting} several={several} />
        <Part heading="Still to come to you" entries={coming} several={several} />
      </section>
    </main>
  );
}

function summary(waiting: number, overdue: number): string {
  if (waiting === 0) return 'Nothing waits';
  return `${counted(waiting, 'letter')} ${waiting === 1 ? 'waits' : 'wait'}${overdue > 0 ? `, ${overdue} overdue` : ''}`;
}

function Part(props: {
  heading: string;
  entries: readonly QueueEntry[];
  /** Whether the letters are of several editions: each then says of which. */
  several: boolean;
}) {
  const { heading, entries } = props;
  if (entries.length === 0) return null;
  return (
    <section className="inbox-group" aria-label={heading}>
      <h2>{heading}</h2>
      <ol>
        {entries.map((entry) => (
          <WorkLine key={`${entry.letterId} ${entry.assignedFor}`} entry={entry} several={props.several} />
        ))}
      </ol>
    </section>
  );
}

function WorkLine({ entry, several }: { entry: QueueEntry; several: boolean }) {
  const { number, title, dueOn, overdue, waits, comment, touched, findings } = entry;
  const figure = number ? `No. ${number.supplied ? `[${number.text}]` : number.text}. ` : '';
  const errors = findings?.errors ?? 0;
  return (
    <li className={waits ? 'inbox-line card waits' : 'inbox-line card'}>
      <div className="top">
        <Link className="work-open inbox-open" to="/letters/$letterId" params={{ letterId: entry.letterId }}>
          <strong className="serif">
            {figure}
            {titleCase(title)}
          </strong>
        </Link>
        {dueOn === null ? null : (
          <span className={overdue ? 'st err w' : 'w'}>
            {overdue ? <Icon name="warning" /> : null}
            {dueWords(dueOn)}
          </span>
        )}
      </div>
      <p className="facts">
        <StagePips stage={entry.stage} />
        {waits ? null : <span className="quiet">yours for {inWords(entry.assignedFor)}</span>}
        {errors > 0 ? (
          <span className="st err">
            <Icon name="error" />
            {counted(errors, 'error')}
          </span>
        ) : null}
        {touched > 0 ? (
          <span className="st warn">
            <Icon name="warning" />
            {counted(touched, 'passage')} to be read again
          </span>
        ) : null}
        {several ? <span className="quiet edition">{entry.editionTitle}</span> : null}
      </p>
      {comment ? (
        <p className="excerpt">
          <strong>
            {comment.by.name}
            {comment.returned ? ' returned it' : ''}:
          </strong>{' '}
          {comment.text}
        </p>
      ) : null}
    </li>
  );
}
