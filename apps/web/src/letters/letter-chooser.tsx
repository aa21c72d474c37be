import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { findTargets } from '../api/volume-lines.js';
import { letterHeading } from './letter-heading.js';

/** A letter of the volume as it was chosen. */
export interface ChosenLetter {
  readonly id: string;
  readonly heading: string;
}

/** A field that offers the letters of the volume by what is typed: a number, a name. */
export function LetterChooser(props: {
  editionId: string;
  label: string;
  chosen: ChosenLetter | undefined;
  onChoose: (letter: ChosenLetter | undefined) => void;
}) {
  const { editionId, chosen } = props;
  const id = useId();
  const [typed, setTyped] = useState(chosen?.heading ?? '');
  const found = useQuery({
    queryKey: ['targets', editionId, typed],
    queryFn: () => findTargets(editionId, chosen === undefined ? typed : ''),
    placeholderData: (before) => before,
  });
  const offered = (found.data?.letters ?? []).map((line) => ({ id: line.id, heading: letterHeading(line) }));
  return (
    <div className="form-field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        className="field"
        list={`${id}-letters`}
        autoComplete="off"
        required
        placeholder="Number or name"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          props.onChoose(offered.find(({ heading }) => heading === target.value));
        }}
      />
      <datalist id={`${id}-letters`}>
        {offered.map((each) => (
          <option key={each.id} value={each.heading} />
        ))}
      </datalist>
    </div>
  );
}
