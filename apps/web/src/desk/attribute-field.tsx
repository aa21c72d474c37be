import type { AttributeField as Field } from '@chancery/tei';
import { useId } from 'react';
import { Choices } from '../app/choices.js';

/** One attribute of an element, asked for as its row of the table says. */
export function AttributeField(props: {
  field: Field;
  value: string;
  /** The only values that can be chosen, where something else than the element's row knows them. */
  choices?: readonly Choice[];
  /** Values that are likely, beside any other. */
  suggestions?: readonly Choice[];
  /** What stands for no value among them. */
  none?: string;
  canEdit: boolean;
  onSet: (value: string) => void;
}) {
  const { field, value, canEdit, choices: given = [], suggestions = [], none = 'not given' } = props;
  const { attribute, control } = field;
  const id = useId();
  const choices = given.length > 0 ? given : [...suggestions, ...valueChoices(field)];
  return (
    <>
      <label htmlFor={id} title={`${attribute.gloss} (${attribute.name})`}>
        {attribute.label ?? attribute.name}
      </label>
      {given.length > 0 || control === 'choice' || control === 'truth' ? (
        <select
          id={id}
          className="field"
          disabled={!canEdit}
          value={value}
          onChange={(event) => props.onSet(event.target.value)}
        >
          <option value="">{none}</option>
          {choices.some((choice) => choice.value === value) || value === '' ? null : <option>{value}</option>}
          <Choices of={choices.map((choice) => [choice.value, choice.label])} />
        </select>
      ) : (
        <>
          <input
            id={id}
            className="field"
            defaultValue={value}
            readOnly={!canEdit}
            inputMode={control === 'number' ? 'decimal' : undefined}
            placeholder={control === 'date' ? '1941-11-04' : undefined}
            list={choices.length > 0 ? `${id}-values` : undefined}
            onBlur={(event) =>
              event.target.value === value ? undefined : props.onSet(event.target.value.trim())
            }
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.currentTarget.blur();
            }}
          />
          {choices.length > 0 ? (
            <datalist id={`${id}-values`}>
              <Choices of={choices.map((choice) => [choice.value, choice.label])} />
            </datalist>
          ) : null}
        </>
      )}
    </>
  );
}

/** A value that can be chosen, with the words that stand for it. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

function valueChoices({ attribute, control }: Field): readonly Choice[] {
  if (control === 'truth')
    return [
      { value: 'true', label: 'yes' },
      { value: 'false', label: 'no' },
    ];
  return Object.entries(attribute.values ?? {}).map(([value, label]) => ({
    value,
    label: value === label ? value : `${value}: ${label}`,
  }));
}
