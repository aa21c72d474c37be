import type { KeyingRow } from '@chancery/server/api';
import { isRole, may, noTie } from '@chancery/workflow';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { getKeyings } from '../api/client.js';
import { useVolume } from '../api/use-volume.js';
import { Failure } from '../app/failure.js';
import { Person } from '../app/person.js';
import { GreyLines } from '../app/slowly.js';
import { useTitle } from '../app/use-title.js';
import { counted } from '../letters/counted.js';
import { useChoosable } from '../letters/use-choosable.js';
import { BeginKeying } from './begin-keying.js';
import { headingOf } from './heading-of.js';

/** The letters of a volume that two transcribers key: what is to be keyed, and what is to be decided. */
export function KeyingsPage() {
  const { editionId } = useParams({ from: '/volumes/$editionId/collation' });
  const volume = useVolume(editionId);
  const letters = useChoosable(editionId, 'transcription');
  const keyings = useQuery({ queryKey: ['keyings', editionId], queryFn: () => getKeyings(editionId) });
  useTitle(volume.data ? `Collation – ${volume.data.label}` : 'Collation');
  return (
    <main id="main" className="letters-page" data-pane="">
      <div className="head">
        <div>
          <p className="over">{volume.data?.over ?? ' '}</p>
          <h1>Collation</h1>
          <p className="quiet">
            Two transcribers key a letter without seeing each other’s text. Every place in which they differ
            is decided beside the copy.
          </p>
        </div>
      </div>
      {keyings.isPending ? <GreyLines count={4} label="Opening the transcriptions" /> : null}
      {keyings.isError ? (
        <Failure
          what="The transcriptions could not be loaded."
          safe="Nothing that was saved is touched."
          error={keyings.error}
          onRetry={keyings.refetch}
        />
      ) : null}
      {volume.data && keyings.data && mayAdjudicate(volume.data.role) ? (
        <BeginKeying
          editionId={editionId}
          letters={letters}
          keyed={new Set(keyings.data.map(({ letterId }) => letterId))}
        />
      ) : null}
      {keyings.data?.length === 0 ? <p className="empty">No letter is keyed twice.</p> : null}
      {keyings.data && keyings.data.length > 0 ? (
        <ul className="keyings">
          {keyings.data.map((row) => (
            <KeyingLine key={row.letterId} row={row} />
          ))}
        </ul>
      ) : null}
    </main>
  );
}

/** The volume names the role in words. */
function mayAdjudicate(role: string): boolean {
  const word = role.replaceAll(' ', '-');
  return isRole(word) && may(word, 'adjudicate', 'transcription', noTie);
}

function KeyingLine({ row }: { row: KeyingRow }) {
  const heading = headingOf(row);
  return (
    <li className="card it">
      <div className="top">
        <strong className="keying-title">{heading}</strong>
        <span className="avs">
          {row.transcribers.map(({ id, name }) => (
            <Person key={id} name={name} />
          ))}
        </span>
      </div>
      <p className="quiet">{stateWords(row)}</p>
      <div className="do">
        {row.mine && !row.mine.handedIn ? (
          <Link
            className="btn small primary"
            to="/letters/$letterId"
            params={{ letterId: row.mine.letterId }}
          >
            Key {heading}
          </Link>
        ) : null}
        {row.state === 'keying' && !row.mine ? null : (
          <Link className="btn small" to="/collation/$letterId" params={{ letterId: row.letterId }}>
            {row.mine && !row.mine.handedIn
              ? 'Hand in'
              : row.state === 'done'
                ? 'See what was decided'
                : 'Open the collation'}
          </Link>
        )}
      </div>
    </li>
  );
}

function stateWords({ state, open, all, mine }: KeyingRow): string {
  if (state === 'done')
    return `Settled: ${counted(all, 'discrepancy', 'discrepancies')} decided, the letter is made.`;
  if (state === 'keying')
    return mine?.handedIn ? 'Yours is handed in. Waiting for the other transcription.' : 'Being keyed.';
  if (mine && all === 0) return 'Both are handed in.';
  return `${open} of ${counted(all, 'discrepancy', 'discrepancies')} open.`;
}
