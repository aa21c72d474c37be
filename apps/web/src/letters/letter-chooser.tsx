import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { findTargets } from '../api/volume-lines.js';
import { letterHeading } from './letter-heading.js';

/** A letter of the volume as it was chosen. */
export interface ChosenLetter {
  readonly id: string;
  readonly heading: string;
}

/**
 * A field that offers the letters of the volume by what is typed: a number, a name. The number of a letter is enough to choose it;
 * which one it is stands below.
 */
export function LetterChooser(props: {
  editionId: string;
  label: string;
  chosen: ChosenLetter | undefined;
  onChoose: (letter: ChosenLetter | undefined) => void;
  /** Whether a form needs it; so it does unless it is said. */
  required?: boolean;
}) {
  const { editionId, chosen, onChoose } = props;
  const id = useId();
  const [typed, setTyped] = useState(chosen?.heading ?? '');
  const isHeading = typed === chosen?.heading;
  const found = useQuery({
    queryKey: ['targets', editionId, isHeading ? '' : typed],
    queryFn: () => findTargets(editionId, isHeading ? '' : typed),
    placeholderData: (before) => before,
  });
  const offered = found.data?.letters ?? [];
  const meant = offered.find(
    (line) => letterHeading(line) === typed || (line.number !== '' && line.number === typed.trim()),
  );
  useEffect(() => {
    if (meant && meant.id !== chosen?.id) onChoose({ id: meant.id, heading: letterHeading(meant) });
  });
  return (
    <div className="form-field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        className="field"
        list={`${id}-letters`}
        autoComplete="off"
        required={props.required ?? true}
        placeholder="Number or name"
        aria-describedby={`${id}-chosen`}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          if (target.value !== chosen?.heading) onChoose(undefined);
        }}
      />
      <datalist id={`${id}-letters`}>
        {offered.map((line) => (
          <option key={line.id} value={letterHeading(line)} />
        ))}
      </datalist>
      <p id={`${id}-chosen`} className="hint">
        {chosen && !isHeading ? chosen.heading : null}
      </p>
    </div>
  );
}
