import type { PrintedDoubt } from '@chancery/server/api';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../app/icon.js';
import { DoubtCard } from './doubt-card.js';
import { decidedWords, kindOfDoubt } from './doubt-words.js';
import type { PrintedChange } from './use-printed.js';

/** The queue of doubts: one at hand, with its line, and all of them in a list. */
export function DoubtQueue(props: {
  queue: readonly PrintedDoubt[];
  off: boolean;
  onChange: (change: PrintedChange) => void;
}) {
  const { queue } = props;
  const [chosen, setChosen] = useState<string>();
  const inList = useRef<HTMLButtonElement>(null);
  const at = Math.max(
    0,
    queue.findIndex(({ id }) => id === chosen),
  );
  const current = queue.find(({ id }) => id === chosen) ?? queue.find(({ isOpen }) => isOpen) ?? queue[0];
  const place = current ? queue.indexOf(current) : at;
  const currentId = current?.id;
  // The list goes with the keys, which the card takes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another doubt stands at another place of the list
  useEffect(() => {
    inList.current?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);
  if (!current) return <p className="empty">The text raises no doubt.</p>;

  function move(by: 1 | -1): void {
    const next =
      by === 1
        ? (queue.find((each, index) => index > place && each.isOpen) ??
          queue.find((each, index) => index !== place && each.isOpen) ??
          queue[place + 1])
        : queue[place - 1];
    if (next) setChosen(next.id);
  }

  return (
    <div className="doubt-queue">
      <DoubtCard
        key={current.id}
        doubt={current}
        place={place + 1}
        count={queue.length}
        off={props.off}
        onDecide={(decision, isBack) => {
          const isLast = !isBack && !queue.some((each) => each.isOpen && each.id !== current.id);
          const said = isBack
            ? `Doubt ${place + 1} is open again.`
            : `Doubt ${place + 1} is decided.${isLast ? ' All are decided.' : ''}`;
          props.onChange({ kind: 'decide', decisions: [decision], said });
          if (isBack) setChosen(current.id);
          else move(1);
        }}
        onMove={move}
      />
      <nav className="doubt-list" aria-label="Doubts">
        <ol>
          {queue.map((each) => (
            <li key={each.id}>
              <button
                ref={each.id === currentId ? inList : undefined}
                type="button"
                aria-current={each.id === current.id ? 'true' : undefined}
                onClick={() => setChosen(each.id)}
              >
                <span className="n">{each.line}</span>
                <span className="r">{each.source}</span>
                {each.isOpen ? (
                  <span className="st wait">
                    <Icon name="ring" />
                    Open
                  </span>
                ) : (
                  <span className="st ok">
                    <Icon name="check" />
                    Decided
                  </span>
                )}
                <small>{decidedWords(each) ?? kindOfDoubt(each)}</small>
              </button>
            </li>
          ))}
        </ol>
      </nav>
    </div>
  );
}
