import type { Decision } from '@chancery/server/api';
import { useState } from 'react';
import type { ShownSuggestion } from './suggestions-link.js';

/** What can be done about one suggestion, each with the key that does it while the list has the focus. */
export function CardActions(props: {
  item: Pick<ShownSuggestion, 'row' | 'fit' | 'places'>;
  /** Whether the card is the one that is looked at. */
  current: boolean;
  busy: boolean;
  may: (decision: Decision) => boolean;
  onDecide: (decision: Decision, reason?: string) => void;
  onGo: () => void;
}) {
  const { item, may, onDecide } = props;
  const [why, setWhy] = useState('');
  const replaces = item.places.some(({ removed }) => removed !== '');
  const decides = may('accept') || may('reject');
  const button = (decision: Decision, words: string, key: string, look = '') =>
    may(decision) ? (
      <button
        type="button"
        className={`btn small ${look}`}
        disabled={props.busy}
        onClick={() => onDecide(decision, why)}
      >
        {words} <kbd>{key}</kbd>
      </button>
    ) : null;
  return (
    <>
      {decides && props.current ? (
        <input
          className="field why"
          aria-label="Why it is decided so"
          placeholder="Why (if you like)"
          value={why}
          maxLength={2000}
          onChange={(event) => setWhy(event.target.value)}
        />
      ) : null}
      <div className="do">
        {button('accept', 'Accept', 'A')}
        {button('reject', replaces ? 'Reject, keep the copy' : 'Reject', 'R')}
        {button('withdraw', 'Withdraw', 'W', 'ghost')}
        {button('take-back', 'Take back', 'Z', 'ghost')}
        {item.row.state === 'open' && item.fit !== 'none' ? (
          <button type="button" className="btn small ghost" onClick={props.onGo}>
            Go to the place
          </button>
        ) : null}
      </div>
    </>
  );
}
