import type { PrintedDecision, PrintedDoubt } from '@chancery/server/api';
import { useEffect, useRef, useState } from 'react';
import { bySingleKeys } from '../keys/by-single-keys.js';
import { beginningOf, decidedWords, decisionOf, endOf, heldChoice, kindOfDoubt } from './doubt-words.js';

/** One doubt: the line of the source among its neighbours, what is proposed, and the keys by which it is decided. */
export function DoubtCard(props: {
  doubt: PrintedDoubt;
  place: number;
  count: number;
  /** Nothing can be decided any more. */
  off: boolean;
  onDecide: (decision: PrintedDecision, isBack: boolean) => void;
  onMove: (by: 1 | -1) => void;
}) {
  const { doubt, off } = props;
  const choices = [doubt.proposal, ...doubt.alternatives];
  const [value, setValue] = useState(doubt.decided?.value ?? doubt.value ?? '');
  const group = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const takesValue = doubt.value !== undefined;
  const held = heldChoice(doubt);
  // The keys work from one doubt to the next, unless the focus is elsewhere.
  useEffect(() => {
    if ((document.activeElement ?? document.body) === document.body)
      group.current?.querySelector<HTMLElement>('.choice')?.focus();
  }, []);

  function decide(choice: string): void {
    if (off) return;
    // Words are left out with a reason.
    if (choice === 'exclude' && takesValue && value.trim() === '') {
      field.current?.focus();
      return;
    }
    props.onDecide(decisionOf(doubt, choice, value), false);
  }

  const keys: Readonly<Record<string, () => void>> = {
    a: () => decide(doubt.proposal.choice),
    v: () => (takesValue ? field.current?.select() : undefined),
    z: () => (doubt.decided && !off ? props.onDecide({ id: doubt.id }, true) : undefined),
    j: () => props.onMove(1),
    k: () => props.onMove(-1),
  };

  // The keys are taken wherever the focus is on the page: a view that is chosen keeps it on its button.
  useEffect(() => {
    const page = group.current?.closest('main');
    const onKeyDown = bySingleKeys((key) => {
      const chosen = choices[Number(key) - 1];
      return chosen ? () => decide(chosen.choice) : keys[key];
    });
    page?.addEventListener('keydown', onKeyDown);
    return () => page?.removeEventListener('keydown', onKeyDown);
  });

  return (
    <section
      ref={group}
      className="doubt"
      aria-label={`Doubt ${props.place} of ${props.count}, line ${doubt.line}: ${kindOfDoubt(doubt)}`}
    >
      <div className="source">
        <p className="where">
          Line {doubt.line}
          {doubt.document === undefined ? null : <> · {doubt.document}</>}
        </p>
        {doubt.before.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines may be alike, and do not move
          <p key={`before-${at}`} className="beside">
            {endOf(line)}
          </p>
        ))}
        <p className="line">
          <mark>{doubt.source}</mark>
        </p>
        {doubt.after.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines may be alike, and do not move
          <p key={`after-${at}`} className="beside">
            {beginningOf(line)}
          </p>
        ))}
      </div>
      <div className="proposal">
        <h2>{kindOfDoubt(doubt)}</h2>
        <p className="quiet">{doubt.why}</p>
        <div className="choices">
          {choices.map(({ choice, words }, at) => (
            <button
              key={choice}
              type="button"
              className="choice"
              aria-pressed={held === choice}
              aria-disabled={off || undefined}
              onClick={() => decide(choice)}
            >
              <span className="w">{words}</span>
              {at === 0 ? <small>Proposed</small> : null}
              <kbd>{at + 1}</kbd>
            </button>
          ))}
        </div>
        {takesValue ? (
          <form
            className="value"
            onSubmit={(event) => {
              event.preventDefault();
              decide(choices.some(({ choice }) => choice === 'exclude') ? 'exclude' : doubt.proposal.choice);
              group.current?.querySelector<HTMLElement>('.choice')?.focus();
            }}
          >
            <label>
              <span>
                Give {doubt.valueCalled} <kbd>V</kbd>
              </span>
              <input
                ref={field}
                className="field"
                value={value}
                maxLength={2_000}
                disabled={off}
                onChange={({ target }) => setValue(target.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Escape') group.current?.querySelector<HTMLElement>('.choice')?.focus();
                }}
              />
            </label>
            <button type="submit" className="btn small" disabled={off}>
              Take it
            </button>
          </form>
        ) : null}
        {doubt.decided ? <p className="quiet">Decided: {decidedWords(doubt)}</p> : null}
        <div className="others">
          <Key name="A" words="Accept" off={off} onDo={keys.a} />
          {doubt.decided ? <Key name="Z" words="Take back" off={off} onDo={keys.z} /> : null}
          <span className="grow" />
          <Key name="K" words="Previous" onDo={keys.k} />
          <Key name="J" words="Next open" onDo={keys.j} />
        </div>
      </div>
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
