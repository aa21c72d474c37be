import type { ReplacementDecision, ReplacementDetail } from '@chancery/server/api';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../api/use-session.js';
import { Failure } from '../app/failure.js';
import { GreyLines } from '../app/slowly.js';
import { counted } from '../letters/counted.js';
import { headingOf } from '../search/hit-list.js';
import { FormFault } from '../sign-in/form-fault.js';
import { countsIn, standing } from './replacement-words.js';
import { useReplacement } from './use-replacements.js';

type Decision = ReplacementDecision['decision'];

/** How many letters are shown before the rest is asked for. */
const firstShown = 50;

/** One replacement: how far it is, what is open of it, and what can be done about all of it or about one letter. */
export function ReplacementCard(props: { editionId: string; replacementId: string }) {
  const { one, decide, stop, busy } = useReplacement(props.editionId, props.replacementId);
  const person = useSession().data;
  const [all, setAll] = useState(false);
  const [reason, setReason] = useState('');
  const { data } = one;
  if (one.isError)
    return (
      <Failure
        what="This replacement could not be loaded."
        safe="It is kept as it is."
        error={one.error}
        onRetry={() => one.refetch()}
      />
    );
  if (!data) return <GreyLines count={3} label="Opening the replacement" />;
  const { open } = data.suggestions;
  const act = (decision: Decision, letterIds?: string[]) =>
    decide.mutate({ decision, reason, ...(letterIds ? { letterIds } : {}) });
  const shown = all ? data.perLetter : data.perLetter.slice(0, firstShown);
  return (
    <section className="card replacement" aria-labelledby="replacement-heading">
      <h2 id="replacement-heading">
        “{data.find.q}” by “{data.words}”
      </h2>
      <p className="quiet">{data.reason}</p>
      {busy ? (
        <progress aria-label="Letters" max={Math.max(data.letters.total, 1)} value={data.letters.done} />
      ) : null}
      <p className="standing">
        {standing(data)}
        {busy ? null : `. Suggestions: ${countsIn(data.suggestions)}.`}
      </p>
      <div className="acts">
        {busy ? (
          <button type="button" className="btn" disabled={stop.isPending} onClick={() => stop.mutate()}>
            Stop
          </button>
        ) : null}
        {!busy && open > 0 ? (
          <>
            <button
              type="button"
              className="btn primary"
              disabled={decide.isPending}
              onClick={() => act('accept')}
            >
              Accept all {open}
            </button>
            <button type="button" className="btn" disabled={decide.isPending} onClick={() => act('reject')}>
              Reject all {open}
            </button>
            {data.author.id === person?.id ? (
              <button
                type="button"
                className="btn"
                disabled={decide.isPending}
                onClick={() => act('withdraw')}
              >
                Take all back
              </button>
            ) : null}
            <label>
              <span>Say why</span>
              <input
                className="field"
                value={reason}
                maxLength={2_000}
                onChange={({ target }) => setReason(target.value)}
              />
            </label>
          </>
        ) : null}
      </div>
      <FormFault error={decide.error ?? stop.error} />
      <ul className="per-letter">
        {shown.map((letter) => (
          <LetterLine key={letter.id} letter={letter} busy={busy || decide.isPending} onDecide={act} />
        ))}
      </ul>
      {shown.length < data.perLetter.length ? (
        <button type="button" className="btn" onClick={() => setAll(true)}>
          Show all {counted(data.perLetter.length, 'letter')}
        </button>
      ) : null}
    </section>
  );
}

function LetterLine(props: {
  letter: ReplacementDetail['perLetter'][number];
  busy: boolean;
  onDecide: (decision: Decision, letterIds: string[]) => void;
}) {
  const { letter, busy, onDecide } = props;
  const heading = headingOf(letter);
  return (
    <li>
      <Link to="/letters/$letterId" params={{ letterId: letter.id }}>
        {heading}
      </Link>
      <span className="quiet">{countsIn(letter.suggestions)}</span>
      {letter.suggestions.open > 0 ? (
        <span className="do">
          <button
            type="button"
            className="btn small"
            disabled={busy}
            aria-label={`Accept in ${heading}`}
            onClick={() => onDecide('accept', [letter.id])}
          >
            Accept
          </button>
          <button
            type="button"
            className="btn small"
            disabled={busy}
            aria-label={`Reject in ${heading}`}
            onClick={() => onDecide('reject', [letter.id])}
          >
            Reject
          </button>
        </span>
      ) : null}
      {letter.note === '' ? null : <span className="note">{letter.note}</span>}
    </li>
  );
}
