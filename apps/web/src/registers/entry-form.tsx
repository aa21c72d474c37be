import type { EntryFactsJson } from '@chancery/server/api';
import { authorities, authorityFault } from '@chancery/tei';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { RegisterKind } from '../api/registers.js';
import { FormFault } from '../sign-in/form-fault.js';
import { registerWords } from './register-words.js';

/** What a register says of an entry, to be filled in. Each form of the name and each number is a line of its own. */
export function EntryForm(props: {
  kind: RegisterKind;
  facts: EntryFactsJson;
  takesFocus?: boolean;
  busy: boolean;
  error: Error | null;
  save: string;
  onSave: (facts: EntryFactsJson) => void;
  onCancel?: () => void;
}) {
  const { kind, facts } = props;
  const id = useId();
  const [names, setNames] = useState(facts.names.join('\n'));
  const [dates, setDates] = useState(facts.dates ?? '');
  const [description, setDescription] = useState(facts.description ?? '');
  const [numbers, setNumbers] = useState<readonly string[]>(numbersOf(facts));
  const others = facts.authorityIds.filter(({ authority }) => !isKnown(authority));
  const [fault, setFault] = useState<{ readonly of: string; readonly error: Error } | null>(null);
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (props.takesFocus) first.current?.focus();
  }, [props.takesFocus]);

  function save(event: FormEvent): void {
    event.preventDefault();
    const forms = names
      .split('\n')
      .map((name) => name.trim())
      .filter(Boolean);
    if (forms.length === 0) {
      setFault({ of: 'names', error: new Error('Say the name: an entry cannot stand without one.') });
      first.current?.focus();
      return;
    }
    const authorityIds = authorities.flatMap((authority, index) =>
      (numbers[index] ?? '')
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map((number) => ({ authority, id: number })),
    );
    for (const each of authorityIds) {
      const why = authorityFault(each);
      if (why === undefined) continue;
      setFault({ of: each.authority, error: new Error(why) });
      document.getElementById(`${id}-${each.authority}`)?.focus();
      return;
    }
    setFault(null);
    props.onSave({
      names: forms,
      ...(dates.trim() === '' ? {} : { dates: dates.trim() }),
      ...(description.trim() === '' ? {} : { description: description.trim() }),
      authorityIds: [...authorityIds, ...others],
    });
  }

  const described = (of: string) =>
    fault?.of === of ? ({ 'aria-invalid': true, 'aria-describedby': `${id}-fault` } as const) : {};
  return (
    <form className="form entry-form" onSubmit={save}>
      <div className="form-field">
        <label htmlFor={`${id}-names`}>
          {registerWords[kind].name}
          {kind === 'bibliography' ? '' : ' (other forms on lines of their own; the first one prints)'}
        </label>
        <textarea
          id={`${id}-names`}
          ref={first}
          className="field"
          rows={Math.max(2, names.split('\n').length)}
          value={names}
          {...described('names')}
          onChange={({ target }) => setNames(target.value)}
        />
      </div>
      {kind === 'persons' ? (
        <div className="form-field">
          <label htmlFor={`${id}-dates`}>Dates, in words</label>
          <input
            id={`${id}-dates`}
            className="field"
            placeholder="1879–1964"
            value={dates}
            onChange={({ target }) => setDates(target.value)}
          />
        </div>
      ) : null}
      <div className="form-field">
        <label htmlFor={`${id}-description`}>Description, which prints in the index</label>
        <textarea
          id={`${id}-description`}
          className="field"
          rows={2}
          value={description}
          onChange={({ target }) => setDescription(target.value)}
        />
      </div>
      <fieldset className="numbers">
        <legend>Numbers in authority files</legend>
        {authorities.map((authority, index) => (
          <div className="form-field" key={authority}>
            <label htmlFor={`${id}-${authority}`}>{authority}</label>
            <input
              id={`${id}-${authority}`}
              className="field"
              value={numbers[index] ?? ''}
              {...described(authority)}
              onChange={({ target }) =>
                setNumbers(authorities.map((_, at) => (at === index ? target.value : (numbers[at] ?? ''))))
              }
            />
          </div>
        ))}
        {others.length > 0 ? (
          <p className="quiet">
            Also kept: {others.map(({ authority, id: number }) => `${authority} ${number}`).join(', ')}.
          </p>
        ) : null}
      </fieldset>
      <div id={`${id}-fault`}>
        <FormFault error={fault?.error ?? props.error} />
      </div>
      <div className="do">
        <button type="submit" className="btn primary" disabled={props.busy}>
          {props.save}
        </button>
        {props.onCancel ? (
          <button type="button" className="btn ghost" onClick={props.onCancel}>
            Cancel
          </button>
        ) : null}
      </div>
    </form>
  );
}

function isKnown(authority: string): boolean {
  return authorities.some((each) => each === authority);
}

/** The numbers of each authority file that the form asks for, in its order. */
function numbersOf({ authorityIds }: EntryFactsJson): string[] {
  return authorities.map((wanted) =>
    authorityIds
      .filter(({ authority }) => authority === wanted)
      .map(({ id }) => id)
      .join(' '),
  );
}
