import type { AuditFilter, AuditRow } from '@chancery/server/api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { getLog, logFile } from '../api/log.js';
import { RequestFailed } from '../api/request-failed.js';
import { useVolume } from '../api/use-volume.js';
import { Failure } from '../app/failure.js';
import { Icon } from '../app/icon.js';
import { GreyLines } from '../app/slowly.js';
import { useTitle } from '../app/use-title.js';
import { letterHeading } from '../letters/letter-heading.js';
import type { ShownLine } from '../letters/letter-line.js';
import { useChoosable } from '../letters/use-choosable.js';
import { LogFilter } from './log-filter.js';
import { sentenceFor } from './log-words.js';
import { TakeHistory } from './take-history.js';

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** Who did what when: for the chief editors of an edition, to be read and taken home. */
export function LogPage() {
  const { editionId } = useParams({ from: '/volumes/$editionId/log' });
  const volume = useVolume(editionId);
  const letters = useChoosable(editionId);
  const [filter, setFilter] = useState<AuditFilter>({});
  const log = useInfiniteQuery({
    queryKey: ['log', editionId, filter],
    queryFn: ({ pageParam }) => getLog(editionId, filter, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: (before) => before,
  });
  useTitle(volume.data ? `Log – ${volume.data.label}` : 'Log');
  const events = log.data?.pages.flatMap((page) => page.events) ?? [];
  // Who may not read the log is told so, and offered nothing to do with it.
  const refused = log.error instanceof RequestFailed && log.error.status === 403;
  const filtered = Object.keys(filter).length > 0;
  return (
    <main id="main" className="log-page" data-pane="">
      <div className="head">
        <div>
          <p className="over">{volume.data?.over ?? ' '}</p>
          <h1>Log</h1>
          <p className="quiet">What was done, by whom and when. It is only ever added to.</p>
          {refused ? null : (
            <p className="quiet" id="history-what">
              “History” saves every letter with all that was done to it, as a file for git.
            </p>
          )}
        </div>
        {refused ? null : (
          <div className="acts">
            <a className="btn" href={logFile(editionId, filter, 'csv')} download>
              <Icon name="download" />
              CSV
            </a>
            <a className="btn" href={logFile(editionId, filter, 'jsonl')} download>
              <Icon name="download" />
              JSON Lines
            </a>
            <TakeHistory editionId={editionId} describedBy="history-what" />
          </div>
        )}
      </div>
      {refused ? null : (
        <LogFilter
          filter={filter}
          people={log.data?.pages[0]?.people ?? []}
          letters={letters}
          onFilter={setFilter}
        />
      )}
      {log.isPending ? <GreyLines count={8} label="Opening the log" /> : null}
      {log.isError ? (
        <Failure
          what="The log could not be loaded."
          safe="It is kept as it is."
          error={log.error}
          onRetry={() => log.refetch()}
        />
      ) : null}
      {log.isSuccess && events.length === 0 ? (
        <p className="empty">
          {filtered ? 'Nothing in the log is so. ' : 'Nothing has been done yet.'}
          {filtered ? (
            <button type="button" className="btn small" onClick={() => setFilter({})}>
              Clear filters
            </button>
          ) : null}
        </p>
      ) : null}
      {events.length > 0 ? (
        <div className="people-table log-table">
          <table>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">What</th>
              </tr>
            </thead>
            <tbody>
              {events.map((event) => (
                <LogRow key={event.id} event={event} letters={letters} />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {log.hasNextPage ? (
        <p className="more">
          <button type="button" className="btn" onClick={() => void log.fetchNextPage()}>
            Show older
          </button>
        </p>
      ) : null}
    </main>
  );
}

function LogRow({ event, letters }: { event: AuditRow; letters: readonly ShownLine[] }) {
  const { letterId } = event;
  const line = letters.find(({ id }) => id === letterId);
  return (
    <tr>
      <td className="quiet when">
        <time dateTime={event.at}>{time.format(new Date(event.at))}</time>
      </td>
      <td>{event.actor.name}</td>
      <td>
        {sentenceFor(event)}
        {letterId === null ? null : (
          <>
            {': '}
            <Link to="/letters/$letterId" params={{ letterId }}>
              {line ? letterHeading(line) : letterId}
            </Link>
          </>
        )}
      </td>
    </tr>
  );
}
