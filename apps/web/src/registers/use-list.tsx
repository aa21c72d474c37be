import type { EntryAnswer } from '@chancery/server/api';
import { Link } from '@tanstack/react-router';
import { counted } from '../letters/counted.js';
import { headingOf } from './heading-of.js';

export type NameUse = EntryAnswer['uses'][number];

/** By what a use is known among all of a volume. */
export function keyOfUse({ letterId, place }: NameUse): string {
  return `${letterId} ${place}`;
}

/** Where names stand, letter by letter, each with its sentence; those that are to be given to another entry are ticked. */
export function UseList(props: {
  uses: readonly NameUse[];
  total: number;
  chosen: ReadonlySet<string>;
  /** Undefined for who may not change the registers. */
  onChoose: ((chosen: ReadonlySet<string>) => void) | undefined;
}) {
  const { uses, total, chosen, onChoose } = props;
  const all = uses.map(keyOfUse);
  const isWhole = all.every((key) => chosen.has(key));
  return (
    <>
      <div className="uses-head">
        <h3>{total === 0 ? 'Not named in any letter' : `Named ${counted(total, 'time')}`}</h3>
        {onChoose && uses.length > 1 ? (
          <button
            type="button"
            className="btn small ghost"
            onClick={() => onChoose(new Set(isWhole ? [] : all))}
          >
            {isWhole ? 'Choose none' : 'Choose all'}
          </button>
        ) : null}
      </div>
      {total > uses.length ? <p className="quiet">The first {uses.length} are shown.</p> : null}
      <ul className="uses">
        {uses.map((use) => {
          const key = keyOfUse(use);
          const [before, behind] = around(use);
          return (
            <li key={key}>
              {onChoose ? (
                <label className="check">
                  <input
                    type="checkbox"
                    checked={chosen.has(key)}
                    onChange={({ target }) => {
                      const next = new Set(chosen);
                      if (target.checked) next.add(key);
                      else next.delete(key);
                      onChoose(next);
                    }}
                  />
                  <span className="sr">
                    Choose {use.words} in {headingOf(use)}
                  </span>
                </label>
              ) : null}
              <Link to="/letters/$letterId" params={{ letterId: use.letterId }} search={{ named: use.place }}>
                <span className="where">
                  {headingOf(use)}
                  {use.isInHeader ? ' (metadata)' : ''}
                </span>
                <span className="words">
                  {before}
                  <mark>{use.words}</mark>
                  {behind}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function around({ context, words }: NameUse): [string, string] {
  const at = context.indexOf(words);
  return at < 0 ? [`${context} `, ''] : [context.slice(0, at), context.slice(at + words.length)];
}
