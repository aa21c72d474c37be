import type { RegisterAnswer } from '@chancery/server/api';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { getRegister, type RegisterKind } from '../api/registers.js';

type EntryLine = Pick<RegisterAnswer['entries'][number], 'id' | 'name' | 'description'>;

/** What is offered at once. */
const most = 8;

/** A combobox of the entries of a register: what is typed is searched, the arrow keys choose, Enter takes. */
export function EntryChooser(props: {
  editionId: string;
  kind: RegisterKind;
  label: string;
  /** The entry that is not to be chosen. */
  not?: string;
  /** Whoever has asked for it begins to type. */
  takesFocus?: true;
  /** What is offered before anything is typed. */
  suggested?: readonly EntryLine[];
  chosen: EntryLine | undefined;
  onChoose: (entry: EntryLine | undefined) => void;
}) {
  const { editionId, kind, chosen } = props;
  const id = useId();
  const [typed, setTyped] = useState(chosen?.name ?? '');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (props.takesFocus) field.current?.focus();
  }, [props.takesFocus]);
  const found = useQuery({
    queryKey: ['register', editionId, kind, typed, 'to choose'],
    queryFn: () => getRegister(editionId, kind, { filter: typed, after: '' }),
    enabled: open,
    placeholderData: (before) => before,
  });
  const suggested = typed === '' ? (props.suggested ?? []) : [];
  // Until the answer is there, what was found before stands as far as it has the words: Enter takes nobody else.
  const rest = (found.data?.entries ?? []).filter(
    (entry) =>
      suggested.every((each) => each.id !== entry.id) && (!found.isPlaceholderData || hasWords(entry, typed)),
  );
  const offered = [...suggested, ...rest].filter((entry) => entry.id !== props.not).slice(0, most);
  const current = Math.min(at, offered.length - 1);

  function take(entry: EntryLine | undefined): void {
    if (!entry) return;
    setTyped(entry.name);
    setOpen(false);
    props.onChoose(entry);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setOpen(true);
      if (open && offered.length > 0) setAt((current + step + offered.length) % offered.length);
    } else if (event.key === 'Enter' && open && !chosen) {
      event.preventDefault();
      take(offered[current]);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setOpen(false);
    }
  }

  const shown = open && offered.length > 0;
  return (
    <div className="form-field entry-chooser">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        ref={field}
        className="field"
        role="combobox"
        autoComplete="off"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown ? `${id}-${current}` : undefined}
        aria-autocomplete="list"
        value={typed}
        onFocus={() => setOpen(chosen === undefined)}
        onBlur={() => setOpen(false)}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
          setOpen(true);
          props.onChoose(undefined);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label={props.label} className="choices" hidden={!shown}>
        {offered.map((entry, index) => (
          // The listbox leaves the focus in the combobox, which has the keys; a row answers the pointer only.
          <div
            key={entry.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            onPointerDown={(event) => {
              event.preventDefault();
              take(entry);
            }}
          >
            <span>{entry.name}</span> <span className="quiet">{entry.description ?? ''}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

function hasWords({ name, description }: EntryLine, typed: string): boolean {
  const words = `${name} ${description ?? ''}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}
