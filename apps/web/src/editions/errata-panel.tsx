import type { ReleaseChanges } from '@chancery/server/api';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { getChanges } from '../api/releases.js';
import { Refused } from '../app/refused.js';
import { counted } from '../letters/counted.js';

const whole: Readonly<Record<ReleaseChanges['letters'][number]['kind'], string>> = {
  added: 'was not in it',
  removed: 'is no longer in the edition',
  changed: '',
  encoding: 'reads as it did; only its encoding has changed',
};

/** What has changed since a release: per letter, as a list of errata. */
export function ErrataPanel({ editionId, since }: { editionId: string; since: string }) {
  const changes = useQuery({
    queryKey: ['errata', editionId, since],
    queryFn: () => getChanges(editionId, since),
    staleTime: 0,
  });
  const letters = changes.data?.letters ?? [];
  const places = letters.reduce((sum, { errata }) => sum + errata.length, 0);
  return (
    <section aria-labelledby="errata-heading">
      <h2 id="errata-heading">
        Changes since release {since}{' '}
        <span className="quiet">
          {letters.length > 0 ? `${counted(places, 'place')} in ${counted(letters.length, 'document')}` : ''}
        </span>
      </h2>
      {changes.data && letters.length === 0 ? (
        <p className="quiet">Nothing: the texts are those of the release.</p>
      ) : null}
      <Refused error={changes.error} />
      {letters.length > 0 ? (
        <div className="people-table">
          <table className="emendations" aria-labelledby="errata-heading">
            <thead>
              <tr>
                <th scope="col">Place</th>
                <th scope="col">Release {since}</th>
                <th scope="col">Now</th>
              </tr>
            </thead>
            <tbody>{letters.flatMap((letter) => rowsOf(letter))}</tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}

function rowsOf({ letterId, name, kind, errata }: ReleaseChanges['letters'][number]) {
  const heading = (where: string) => (
    <th scope="row">
      {kind === 'removed' ? (
        name
      ) : (
        <Link to="/letters/$letterId" params={{ letterId }}>
          {name}
        </Link>
      )}
      <span>{where}</span>
    </th>
  );
  if (errata.length === 0)
    return (
      <tr key={letterId}>
        {heading('')}
        <td colSpan={2} className="why">
          <span className="quiet">{whole[kind]}</span>
        </td>
      </tr>
    );
  return errata.map(({ where, was, is }, place) => (
    // Nothing tells two places of one paragraph apart but their order.
    <tr key={`${letterId} ${String(place)}`}>
      {heading(`, ${where}`)}
      <td>{was || <span className="quiet">[nothing]</span>}</td>
      <td>{is || <span className="quiet">[removed]</span>}</td>
    </tr>
  ));
}
