import type { LetterStanding } from '@chancery/server/api';
import { copyNames, isReturn, methodNames } from '@chancery/workflow';
import { whenChanged } from '../letters/when-changed.js';
import { inWords } from './stage-words.js';

/** The verification ledger: who has read the letter, against what, how and when, and what was changed on account of it. */
export function Ledger({ readings }: Pick<LetterStanding, 'readings'>) {
  return (
    <section className="stage-part" aria-label="Readings">
      <h2>{readings.length === 0 ? 'Nobody has read the letter against its copy yet.' : 'Readings'}</h2>
      <ol className="ledger">
        {readings.map(({ id, by, partner, partnerSignedAt, method, copy, stage, at, changes, version }) => (
          <li key={id}>
            <p>
              <strong>{partner ? `${by.name} and ${partner.name}` : by.name}</strong>{' '}
              <time className="quiet" dateTime={at}>
                {whenChanged(at)}
              </time>
            </p>
            <p>
              Read {methodNames[method]} against {copyNames[copy]}, in {inWords(stage)}, version {version}.
            </p>
            {partner ? (
              <p className="quiet">
                {by.name} signed <time dateTime={at}>{whenChanged(at)}</time>;{' '}
                {partnerSignedAt === null ? (
                  `${partner.name} has not signed yet.`
                ) : (
                  <>
                    {partner.name} signed{' '}
                    <time dateTime={partnerSignedAt}>{whenChanged(partnerSignedAt)}</time>.
                  </>
                )}
              </p>
            ) : null}
            {changes === '' ? null : <p className="said-with">{changes}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** From hand to hand: the moves of the letter, with what was said. */
export function HandOvers({ moves }: Pick<LetterStanding, 'moves'>) {
  if (moves.length === 0) return null;
  return (
    <section className="stage-part" aria-label="From hand to hand">
      <h2>From hand to hand</h2>
      <ol className="ledger">
        {moves.map(({ id, from, to, by, at, comment, takenBackBy }) => (
          <li key={id}>
            <p>
              <strong>{by.name}</strong>{' '}
              <time className="quiet" dateTime={at}>
                {whenChanged(at)}
              </time>
            </p>
            <p>
              {isReturn(from, to) ? 'Returned' : 'Passed'} from {inWords(from)} to {inWords(to)}
              {takenBackBy ? `, taken back by ${takenBackBy.name}` : ''}.
            </p>
            {comment === '' ? null : <p className="said-with">{comment}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
