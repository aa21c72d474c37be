import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon } from '../app/icon.js';
import { shortHeading } from '../letters/letter-heading.js';
import type { LetterLine } from '../letters/letter-line.js';
import { type Mode, modeNames } from './mode.js';

/** The bar over the desk: previous and next letter, the letter's heading and stage, and the mode. */
export function LetterBar(props: {
  heading: string;
  previous: LetterLine | undefined;
  next: LetterLine | undefined;
  modes: readonly Mode[];
  mode: Mode;
  onMode: (mode: Mode) => void;
  /** Where it stands, and the way to hand it on. */
  stage: ReactNode;
  /** Who else is at the letter. */
  people: ReactNode;
}) {
  return (
    <div className="lbar">
      <Neighbour line={props.previous} direction="Previous" />
      <Neighbour line={props.next} direction="Next" />
      <h1>{props.heading}</h1>
      {props.stage}
      <span className="grow" />
      <fieldset className="seg">
        <legend className="sr">Mode</legend>
        {props.modes.map((mode) => (
          <label key={mode}>
            <input
              type="radio"
              name="mode"
              checked={props.mode === mode}
              onChange={() => props.onMode(mode)}
            />
            {modeNames[mode]}
          </label>
        ))}
      </fieldset>
      {props.people}
    </div>
  );
}

function Neighbour({ line, direction }: { line: LetterLine | undefined; direction: 'Previous' | 'Next' }) {
  const icon = <Icon name={direction === 'Previous' ? 'left' : 'right'} />;
  if (!line)
    return (
      <span className="iconbtn off" aria-hidden="true">
        {icon}
      </span>
    );
  return (
    <Link
      className="iconbtn"
      to="/letters/$letterId"
      params={{ letterId: line.id }}
      aria-label={`${direction} letter, ${shortHeading(line)}`}
    >
      {icon}
    </Link>
  );
}
