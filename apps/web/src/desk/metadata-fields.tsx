import type { HeaderField } from '@chancery/tei';
import { useId, useState } from 'react';

/** Fields belong to a place in the list, so that what has the focus keeps it when a value changes. */
export function numbered<T>(items: readonly T[]): { each: T; index: number; key: string }[] {
  return items.map((each, index) => ({ each, index, key: String(index) }));
}

/** Takes away what the fields above it say. */
export function Remove({ what, onRemove }: { what: string; onRemove: () => void }) {
  return (
    <div className="acts">
      <button type="button" className="btn small ghost" onClick={onRemove}>
        Remove {what}
      </button>
    </div>
  );
}

/** A button that becomes a field, and a field that adds what is written in it. */
export function Add({ one, onAdd }: { one: string; onAdd: (text: string) => void }) {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <button type="button" className="btn small ghost" onClick={() => setOpen(true)}>
        Add {one}
      </button>
    );
  }
  return (
    <div className="fields">
      <TextLine
        label={`New ${one}`}
        value=""
        autoFocus
        onCommit={(text) => {
          setOpen(false);
          if (text !== '') onAdd(text);
        }}
        onLeave={() => setOpen(false)}
      />
    </div>
  );
}

/** One line, or with `long` some, that is written when it is left or Enter is pressed. */
export function TextLine(props: {
  label: string;
  /** The value of the header that it shows, by which lists of places lead to it. */
  place?: HeaderField | undefined;
  /** What a screen reader hears, where the label alone is said of several fields. */
  spoken?: string;
  value: string;
  long?: boolean;
  /** What is usually written there, each with what it means. */
  choices?: readonly (readonly [value: string, meaning: string])[];
  placeholder?: string | undefined;
  /** Why the text cannot stand, in words; undefined where it can. */
  faultOf?: (text: string) => string | undefined;
  autoFocus?: boolean;
  onCommit: (text: string) => void;
  onLeave?: () => void;
}) {
  const { label, value, choices } = props;
  const id = useId();
  const [wrong, setWrong] = useState<string>();
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  const [isDraft, setIsDraft] = useState(false);
  if (shown !== value) {
    setShown(value);
    // What somebody is writing here stays, whatever comes from elsewhere meanwhile.
    if (!isDraft) setText(value);
  }
  function commit(): void {
    const next = text.trim().replace(/\s+/g, ' ');
    const fault = next === '' || next === value ? undefined : props.faultOf?.(next);
    setWrong(fault);
    if (fault !== undefined) return;
    setIsDraft(false);
    if (next === value) props.onLeave?.();
    else props.onCommit(next);
  }
  const shared = {
    id,
    className: 'field',
    'data-place': props.place,
    'aria-label': props.spoken,
    'aria-invalid': wrong !== undefined || undefined,
    'aria-describedby': wrong ? `${id}-wrong` : undefined,
    value: text,
    onChange: (event: { target: { value: string } }) => {
      setText(event.target.value);
      setIsDraft(true);
    },
    onBlur: commit,
  };
  return (
    <>
      <label htmlFor={id}>{label}</label>
      {props.long ? (
        <textarea {...shared} rows={2} />
      ) : (
        <input
          {...shared}
          placeholder={props.placeholder}
          ref={(input) => (props.autoFocus ? input?.focus() : undefined)}
          list={choices ? `${id}-choices` : undefined}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
          }}
        />
      )}
      {choices ? (
        <datalist id={`${id}-choices`}>
          {choices.map(([choice, meaning]) => (
            <option key={choice} value={choice} label={meaning} />
          ))}
        </datalist>
      ) : null}
      {wrong ? (
        <p className="why" role="alert" id={`${id}-wrong`}>
          {wrong}
        </p>
      ) : null}
    </>
  );
}

/** A statement that holds or does not. */
export function Tick(props: {
  label: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={props.checked}
        disabled={props.disabled}
        onChange={({ target }) => props.onChange(target.checked)}
      />
      {props.label}
    </label>
  );
}
