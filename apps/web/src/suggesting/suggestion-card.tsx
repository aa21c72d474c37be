import type { SuggestionPlace } from '@chancery/prosemirror-tei';
import type { SuggestionRow } from '@chancery/server/api';
import { type ReactNode, type Ref, useId, useState } from 'react';
import { Icon } from '../app/icon.js';
import { Person } from '../app/person.js';
import { whenChanged } from '../letters/when-changed.js';

/** One suggestion in the list: who, where, when, what, why. */
export function SuggestionCard(props: {
  row: SuggestionRow;
  place: string;
  places: readonly SuggestionPlace[];
  more: number;
  current: boolean;
  /** Whether the card is where Tab enters the list. */
  entry: boolean;
  refusal: string | undefined;
  onFocus: () => void;
  /** Gives it another reason, where it is one's own and open. */
  onReason: ((reason: string) => void) | undefined;
  ref?: Ref<HTMLLIElement>;
  children?: ReactNode;
}) {
  const { row } = props;
  const name = useId();
  const decided = row.state === 'open' ? undefined : decidedWords(row);
  return (
    <li
      ref={props.ref}
      className={props.current ? 'card it on' : 'card it'}
      aria-current={props.current ? 'true' : undefined}
      aria-labelledby={name}
      // A card takes the focus, for the keys of the list.
      tabIndex={props.entry ? 0 : -1}
      onFocus={props.onFocus}
      data-suggestion={row.id}
    >
      <div id={name}>
        <div className="top">
          <Person name={row.author.name} />
          <strong>{row.author.name}</strong>
          <span className="w">
            {[props.place, whenChanged(row.updatedAt).replace('Today ', '')].filter(Boolean).join(', ')}
          </span>
        </div>
        {props.places.map((place) => (
          <Quote key={Object.values(place).join(' ')} place={place} />
        ))}
        {props.more > 0 ? <p className="quiet">and in {props.more} more places</p> : null}
      </div>
      {props.onReason ? (
        <Reason key={row.reason} entry={props.entry} reason={row.reason} onReason={props.onReason} />
      ) : row.reason === '' ? null : (
        <p>{row.reason}</p>
      )}
      {decided === undefined ? null : (
        <p className={`st ${row.state === 'accepted' ? 'ok' : 'wait'}`}>
          <Icon name={row.state === 'accepted' ? 'check' : 'close'} />
          {decided}
        </p>
      )}
      {row.decision === '' ? null : <p>{row.decision}</p>}
      {props.refusal === undefined ? null : (
        <p className="st warn">
          <Icon name="warning" />
          {props.refusal}
        </p>
      )}
      {props.children}
    </li>
  );
}

/** Why the author suggests it, for the author to say. */
function Reason(props: { entry: boolean; reason: string; onReason: (reason: string) => void }) {
  const { reason, onReason } = props;
  const [words, setWords] = useState(reason);
  return (
    <input
      className="field why"
      aria-label="Why you suggest it"
      tabIndex={props.entry ? 0 : -1}
      placeholder="Why you suggest it"
      value={words}
      maxLength={2000}
      onChange={(event) => setWords(event.target.value)}
      onBlur={() => (words.trim() === reason ? undefined : onReason(words.trim()))}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.closest('li')?.focus();
      }}
    />
  );
}

function decidedWords({ state, decider, decidedAt }: SuggestionRow): string {
  const word = state.charAt(0).toUpperCase() + state.slice(1);
  const by = state === 'withdrawn' || decider === null ? '' : ` by ${decider.name}`;
  return `${word}${by}${decidedAt === null ? '' : `, ${whenChanged(decidedAt)}`}`;
}

function Quote({ place }: { place: SuggestionPlace }) {
  return (
    <p className="q">
      {place.before}
      {place.kept === '' ? null : <span className="s-span">{place.kept}</span>}
      {place.removed === '' ? null : <del className="s-del">{place.removed}</del>}
      {place.removed !== '' && place.inserted !== '' ? ' ' : null}
      {place.inserted === '' ? null : <ins className="s-ins">{place.inserted}</ins>}
      {place.label === '' ? null : <span className="s-label">{place.label}</span>}
      {place.after}
    </p>
  );
}
