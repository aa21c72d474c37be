import type { Collation, DecisionRequest } from '@chancery/server/api';
import { useEffect, useRef, useState } from 'react';
import { bySingleKeys } from '../keys/by-single-keys.js';
import { isOpen, kindWords, readingWords, type ShownDiscrepancy, settledWords } from './discrepancy-words.js';

/** One discrepancy: both readings among their words, and the keys by which it is decided. */
export function Adjudication(props: {
  collation: Collation;
  current: ShownDiscrepancy;
  busy: boolean;
  onDecide: (decision: DecisionRequest | null) => void;
  onMove: (by: 1 | -1) => void;
}) {
  const { collation, current, busy } = props;
  const [other, setOther] = useState<string>();
  const group = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const mayDecide =
    collation.mayAdjudicate &&
    collation.state === 'collating' &&
    (current.decision?.choice !== 'referred' || collation.maySettleReferred);
  const { place } = current;
  const typing = other !== undefined;
  useEffect(() => (typing ? field.current?.focus() : undefined), [typing]);

  function decide(decision: DecisionRequest | null): void {
    if (mayDecide && !busy) props.onDecide(decision);
  }

  /** The keys work again at once. */
  function stopTyping(): void {
    setOther(undefined);
    group.current?.querySelector<HTMLElement>('[data-choice="a"]')?.focus();
  }

  const keys: Readonly<Record<string, () => void>> = {
    a: () => decide({ choice: 'a', comment: '' }),
    b: () => decide({ choice: 'b', comment: '' }),
    u: () => decide({ choice: 'unclear', comment: '' }),
    q: () => decide({ choice: 'referred', comment: '' }),
    o: () => (mayDecide ? setOther(settledWords(current) ?? current.a.text.trim()) : undefined),
    z: () => decide(null),
    j: () => props.onMove(1),
    k: () => props.onMove(-1),
  };

  return (
    // The group takes single keys while the focus is within it.
    <section
      ref={group}
      className="adjudication"
      aria-label={`Discrepancy ${place + 1} of ${collation.discrepancies.length}, ${kindWords(current)}: which reading stands in the copy?`}
      onKeyDown={bySingleKeys((key) => keys[key])}
    >
      <div className="align">
        {(['a', 'b'] as const).map((slot) => (
          <p key={slot} className="align-row">
            <b className="align-slot">{slot.toUpperCase()}</b> {current[slot].before}{' '}
            <mark>{readingWords(current[slot], current.kind)}</mark> {current[slot].after}
          </p>
        ))}
      </div>
      <div className="judge">
        {(['a', 'b'] as const).map((slot) => (
          <button
            key={slot}
            type="button"
            className="choice"
            data-choice={slot}
            aria-pressed={current.decision?.choice === slot}
            aria-disabled={!mayDecide || undefined}
            onClick={keys[slot]}
          >
            <b>{slot.toUpperCase()}</b>
            <span className="w">{readingWords(current[slot], current.kind)}</span>
            <small>{collation[slot]?.by.name}</small>
            <kbd>{slot.toUpperCase()}</kbd>
          </button>
        ))}
      </div>
      {typing ? (
        <form
          className="others"
          onSubmit={(event) => {
            event.preventDefault();
            if (other.trim() !== '') decide({ choice: 'other', text: other.trim(), comment: '' });
            stopTyping();
          }}
        >
          <label htmlFor="other-reading">Another reading</label>
          <input
            id="other-reading"
            ref={field}
            className="field"
            value={other}
            maxLength={4000}
            onChange={(event) => setOther(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') stopTyping();
            }}
          />
          <button type="submit" className="btn small primary">
            Adopt
          </button>
          <button type="button" className="btn small ghost" onClick={stopTyping}>
            Cancel
          </button>
        </form>
      ) : (
        <div className="others">
          <span className="quiet">Neither?</span>
          <Key name="O" words="Enter another reading" off={!mayDecide} onDo={keys.o} />
          <Key name="U" words="Mark unclear" off={!mayDecide} onDo={keys.u} />
          <Key name="Q" words="Refer to the chief editor" off={!mayDecide} onDo={keys.q} />
          {current.decision ? <Key name="Z" words="Take back" off={!mayDecide} onDo={keys.z} /> : null}
          <span className="grow" />
          <Key name="K" words="Previous" onDo={keys.k} />
          <Key name="J" words="Next open" onDo={keys.j} />
        </div>
      )}
      {current.decision ? (
        <p className="decided quiet">
          {isOpen(current) ? 'Referred' : 'Decided'} by {current.decision.by?.name ?? 'somebody'}
          {current.decision.comment === '' ? '' : `: ${current.decision.comment}`}
        </p>
      ) : null}
    </section>
  );
}

function Key(props: { name: string; words: string; off?: boolean; onDo: (() => void) | undefined }) {
  return (
    <button type="button" className="btn small" aria-disabled={props.off || undefined} onClick={props.onDo}>
      {props.words} <kbd>{props.name}</kbd>
    </button>
  );
}
