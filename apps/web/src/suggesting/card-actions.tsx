import type { Decision } from '@chancery/server/api';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ShownSuggestion } from './suggestions-link.js';

/**
 * What can be done about one suggestion, each with the key that does it while the list has the focus. Nothing moves when a card
 * is merely chosen: its buttons stay under the pointer.
 */
export function CardActions(props: {
  item: Pick<ShownSuggestion, 'row' | 'fit' | 'places'>;
  /** Whether Tab leads to the card: to others the keys of the list do. */
  entry: boolean;
  busy: boolean;
  may: (decision: Decision) => boolean;
  onDecide: (decision: Decision, reason?: string) => void;
  onGo: () => void;
  /** What else can be done. */
  children?: ReactNode;
}) {
  const { item, may, onDecide } = props;
  const [why, setWhy] = useState<string>();
  const tabIndex = props.entry ? 0 : -1;
  const replaces = item.places.some(({ removed }) => removed !== '');
  const button = (decision: Decision, words: string, key: string, look = '') =>
    may(decision) ? (
      <button
        type="button"
        className={`btn small ${look}`}
        tabIndex={tabIndex}
        disabled={props.busy}
        onClick={() => onDecide(decision, why)}
      >
        {words} <kbd>{key}</kbd>
      </button>
    ) : null;
  return (
    <>
      <div className="do">
        {button('accept', 'Accept', 'A')}
        {button('reject', replaces ? 'Reject, keep the copy' : 'Reject', 'R')}
        {button('withdraw', 'Withdraw', 'W', 'ghost')}
        {button('take-back', 'Take back', 'Z', 'ghost')}
        {why === undefined && (may('accept') || may('reject')) ? (
          <button type="button" className="btn small ghost" tabIndex={tabIndex} onClick={() => setWhy('')}>
            Say why
          </button>
        ) : null}
        {item.row.state === 'open' && item.fit !== 'none' ? (
          <button type="button" className="btn small ghost" tabIndex={tabIndex} onClick={props.onGo}>
            Go to the place
          </button>
        ) : null}
        {props.children}
      </div>
      {why === undefined ? null : <Why words={why} onWords={setWhy} />}
    </>
  );
}

/** Why it is decided so. It was asked for, so it takes the focus. */
function Why({ words, onWords }: { words: string; onWords: (words: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <input
      ref={field}
      className="field why"
      aria-label="Why it is decided so"
      placeholder="Why, before you decide"
      value={words}
      maxLength={2000}
      onChange={(event) => onWords(event.target.value)}
    />
  );
}
