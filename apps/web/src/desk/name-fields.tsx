import type { HeaderField, NameValue, RegisterEntry } from '@chancery/tei';
import { useId } from 'react';
import { Choices } from '../app/choices.js';
import { Remove, TextLine } from './metadata-fields.js';

/** Somebody, or a place: as the header names them, and who or what that is. */
export function Name(props: {
  one: string;
  place: HeaderField;
  value: NameValue;
  entries: readonly RegisterEntry[];
  volumePath: string;
  onSet: (value: NameValue | null) => void;
}) {
  const { one, value, entries, volumePath } = props;
  const id = useId();
  const { name, ref, role } = value;
  const choices = entries.flatMap((entry) =>
    entry.id === undefined ? [] : [{ pointer: `${volumePath}#${entry.id}`, label: entry.name }],
  );
  return (
    <div className="fields" data-place={props.place}>
      <TextLine
        label="Name"
        spoken={`Name of the ${one}`}
        value={name}
        onCommit={(text) => props.onSet({ name: text, ref, role })}
      />
      <label htmlFor={id}>Identified as</label>
      <select
        id={id}
        className="field"
        aria-label={`The ${one} is identified as`}
        value={ref ?? ''}
        onChange={(event) => props.onSet({ name, ref: event.target.value || undefined, role })}
      >
        <option value="">not identified</option>
        {ref === undefined || choices.some(({ pointer }) => pointer === ref) ? null : <option>{ref}</option>}
        <Choices of={choices.map(({ pointer, label }) => [pointer, label])} />
      </select>
      <Remove what={one} onRemove={() => props.onSet(null)} />
    </div>
  );
}
