import type { ReleaseAnswer } from '@chancery/server/api';
import { useId, useState } from 'react';
import { Icon } from '../app/icon.js';
import { Refused } from '../app/refused.js';
import type { Releases } from './use-releases.js';

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });

/** The releases of a volume, the latest first, each at its address. */
export function ReleaseList({ editionId, releases }: { editionId: string; releases: Releases }) {
  return (
    <section aria-labelledby="releases-heading">
      <h2 id="releases-heading">Releases</h2>
      <div className="card build">
        {releases.list.length === 0 ? (
          <p className="quiet">
            Nothing has been released yet. What is published stands at the edition’s address until then.
          </p>
        ) : (
          <ul className="releases">
            {releases.list.map((release) => (
              <ReleaseRow key={`${editionId} ${release.number}`} release={release} releases={releases} />
            ))}
          </ul>
        )}
        <Refused error={releases.error ?? releases.making.error} />
      </div>
    </section>
  );
}

function ReleaseRow({ release, releases }: { release: ReleaseAnswer; releases: Releases }) {
  const { number, note, signedBy, signedAt, digest, withdrawn, releasedAt, address } = release;
  const [withdrawing, setWithdrawing] = useState(false);
  return (
    <li>
      <p className="name">
        {releasedAt === null ? <b>{number}</b> : <a href={address}>{number}</a>}
        {releasedAt === null ? (
          <span className="st act">
            <Icon name="half" />
            Being made
          </span>
        ) : null}
        {withdrawn ? (
          <span className="st warn">
            <Icon name="warning" />
            Withdrawn
          </span>
        ) : null}
      </p>
      <p>{withdrawn ? withdrawn.reason : note}</p>
      <p className="quiet">
        Signed off by {signedBy}, {day.format(new Date(signedAt))}.
      </p>
      <details className="quiet digest">
        <summary>SHA-256 {digest.slice(0, 12)}…</summary>
        <code>{digest}</code>
      </details>
      {releases.mayRelease && releasedAt !== null && !withdrawn ? (
        <div className="do">
          <button
            type="button"
            className="btn small ghost"
            aria-label={`Make again: the outputs of ${number}`}
            onClick={() => releases.making.mutate(number)}
          >
            Make again
          </button>
          <button
            type="button"
            className="btn small ghost"
            aria-label={`Withdraw ${number}`}
            aria-expanded={withdrawing}
            onClick={() => setWithdrawing(!withdrawing)}
          >
            Withdraw
          </button>
        </div>
      ) : null}
      {withdrawing && !withdrawn ? <WithdrawForm number={number} releases={releases} /> : null}
    </li>
  );
}

function WithdrawForm({ number, releases }: { number: string; releases: Releases }) {
  const id = useId();
  const [reason, setReason] = useState('');
  const { withdrawing } = releases;
  const unsaid = reason.trim() === '';
  return (
    <form
      className="withdraw"
      onSubmit={(event) => {
        event.preventDefault();
        if (!unsaid && !withdrawing.isPending) withdrawing.mutate({ number, reason });
      }}
    >
      <label htmlFor={id}>Reason, which its address will give</label>
      <textarea
        id={id}
        className="field"
        rows={2}
        maxLength={4_000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Refused error={withdrawing.error} />
      <button type="submit" className="btn small" aria-disabled={unsaid || withdrawing.isPending}>
        Withdraw {number}
      </button>
    </form>
  );
}
