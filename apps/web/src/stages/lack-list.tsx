import type { LetterStanding } from '@chancery/server/api';
import type { LackCode } from '@chancery/workflow';
import { Icon } from '../app/icon.js';

/** A way to where something that is lacking is to be done. */
export interface Remedy {
  readonly label: string;
  readonly go: () => void;
}

/** What a letter lacks before it may be handed on, each with the way to its place. */
export function LackList(props: {
  lacks: LetterStanding['lacks'];
  remedies: Partial<Record<LackCode, Remedy>>;
}) {
  if (props.lacks.length === 0)
    return (
      <p className="st ok">
        <Icon name="check" />
        Nothing is lacking.
      </p>
    );
  const remedies: Partial<Record<string, Remedy>> = props.remedies;
  return (
    <ul className="lacks" aria-label="What the letter lacks">
      {props.lacks.map(({ code, words }) => {
        const remedy = remedies[code];
        return (
          <li key={code}>
            <span className="st warn">
              <Icon name="warning" />
              {words}
            </span>
            {remedy ? (
              <button type="button" className="btn small" onClick={remedy.go}>
                {remedy.label}
              </button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
