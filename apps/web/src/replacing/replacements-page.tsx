import type { ReplacementAnswer } from '@chancery/server/api';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useVolume } from '../api/use-volume.js';
import { Failure } from '../app/failure.js';
import { GreyLines } from '../app/slowly.js';
import { useTitle } from '../app/use-title.js';
import { ReplacementCard } from './replacement-card.js';
import { countsIn, isAtWork, standing } from './replacement-words.js';
import { useReplacements } from './use-replacements.js';

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** What was replaced over the volume, and what has become of it; the one that the address names stands open. */
export function ReplacementsPage() {
  const { editionId } = useParams({ from: '/volumes/$editionId/replacements' });
  const { replacement } = useSearch({ from: '/volumes/$editionId/replacements' });
  const volume = useVolume(editionId);
  const all = useReplacements(editionId);
  useTitle('Replacements');
  return (
    <main id="main" className="search-page" data-pane="">
      <div className="head">
        <div>
          <p className="over">{volume.data?.over ?? ' '}</p>
          <h1>Replacements</h1>
          <p className="quiet">Each place is a suggestion, and may be decided at the desk, too.</p>
        </div>
        <div className="acts">
          <Link className="btn" to="/volumes/$editionId/search" params={{ editionId }}>
            Search
          </Link>
        </div>
      </div>
      {replacement === undefined ? null : (
        <ReplacementCard key={replacement} editionId={editionId} replacementId={replacement} />
      )}
      {all.isPending ? <GreyLines count={4} label="Opening the replacements" /> : null}
      {all.isError ? (
        <Failure
          what="The replacements could not be loaded."
          safe="They are kept as they are."
          error={all.error}
          onRetry={() => all.refetch()}
        />
      ) : null}
      {all.data?.length === 0 ? <p className="empty">Nothing has been replaced yet.</p> : null}
      {all.data && all.data.length > 0 ? (
        <div className="people-table">
          <table aria-label="All replacements">
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">Reason</th>
                <th scope="col">Who and when</th>
                <th scope="col">Suggestions</th>
              </tr>
            </thead>
            <tbody>
              {all.data.map((each) => (
                <Line key={each.id} editionId={editionId} each={each} current={each.id === replacement} />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </main>
  );
}

function Line({
  editionId,
  each,
  current,
}: {
  editionId: string;
  each: ReplacementAnswer;
  current: boolean;
}) {
  return (
    <tr>
      <td>
        <Link
          to="/volumes/$editionId/replacements"
          params={{ editionId }}
          search={{ replacement: each.id }}
          {...(current ? { 'aria-current': true } : {})}
        >
          “{each.find.q}” by “{each.words}”
        </Link>
      </td>
      <td>{each.reason}</td>
      <td className="quiet">
        {each.author.name}, <time dateTime={each.createdAt}>{time.format(new Date(each.createdAt))}</time>
      </td>
      <td>{isAtWork(each) ? standing(each) : countsIn(each.suggestions)}</td>
    </tr>
  );
}
