import type { AuthorshipAnswer } from '@chancery/server/api';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { getAuthorship } from '../api/client.js';
import { Icon } from '../app/icon.js';
import { Person } from '../app/person.js';
import { GreyLines } from '../app/slowly.js';
import type { AskedPart } from './ask-who-wrote.js';
import { momentWords } from './when-words.js';

type Hand = AuthorshipAnswer['elements'][number]['made'];

/** Who wrote a part of the letter: span by span, with when, in which version, and why. */
export function WhoWroteCard(props: { letterId: string; part: AskedPart; onClose: () => void }) {
  const { letterId, part } = props;
  const { version, from, to } = part;
  const isStored = from < to;
  const { data, error } = useQuery({
    queryKey: ['authorship', letterId, version, from, to],
    queryFn: () => getAuthorship(letterId, version, { from, to }),
    enabled: isStored,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (data || !isStored) card.current?.focus();
  }, [data, isStored]);
  const marks = (data?.elements ?? []).filter(({ made, changed }) => made.by !== null || changed !== null);
  return (
    <section
      className="card it who"
      aria-label="Who wrote this"
      tabIndex={data ? 0 : -1}
      ref={card}
      onKeyDown={(event) => (event.key === 'Escape' ? props.onClose() : undefined)}
    >
      <div className="top">
        <strong>Who wrote this</strong>
        <button type="button" className="iconbtn" onClick={props.onClose}>
          <Icon name="close" />
          <span className="sr">Close</span>
        </button>
      </div>
      {!isStored ? <p>Written just now, and not stored yet: by you.</p> : null}
      {error ? <p className="st err">{error.message}</p> : null}
      {isStored && !data && !error ? <GreyLines count={3} label="Asking who wrote this" /> : null}
      {data?.spans.length === 0 ? <p className="quiet">Nothing is written there.</p> : null}
      <ol>
        {(data?.spans ?? []).map((span) => (
          <li key={span.from}>
            <p className="q">{shortened(span.text)}</p>
            <HandWords hand={span} since={span.since} />
          </li>
        ))}
        {marks.map(({ id, label, text, made, changed }) => (
          <li key={id}>
            <p>
              {label} {text === '' ? null : <q>{shortened(text)}</q>}
              {', '}
              {made.by === null ? 'changed' : 'marked'} by
            </p>
            <HandWords hand={changed ?? made} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function HandWords({ hand, since }: { hand: Hand; since?: number }) {
  if (hand.by === null || hand.at === null) return <p className="quiet">As imported</p>;
  const which =
    since !== undefined && since < hand.version
      ? `versions ${since} to ${hand.version}`
      : `version ${hand.version}`;
  const { suggestion, revision } = hand;
  return (
    <>
      <p className="hand">
        <Person name={hand.by.name} />
        <span>
          {hand.by.name}, {momentWords(hand.at)}, {which}
          {revision === null ? '' : `, in “${revision}”`}
        </span>
      </p>
      {suggestion === null ? null : (
        <p className="quiet">
          Suggested{suggestion.reason === '' ? '' : `: ${suggestion.reason}`}
          {suggestion.acceptedBy === null ? '' : `. Accepted by ${suggestion.acceptedBy.name}`}
          {suggestion.decision === '' ? '' : `: ${suggestion.decision}`}
        </p>
      )}
    </>
  );
}

function shortened(text: string): string {
  return text.length > 160 ? `${text.slice(0, 110).trimEnd()} … ${text.slice(-40).trimStart()}` : text;
}
