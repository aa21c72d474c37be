import { EditRefused } from '@chancery/prosemirror-tei';
import {
  CannotWrite,
  type DateType,
  type LetterDate,
  type LetterDescription,
  type LetterMetadata,
  type MetadataEdit,
  type NameValue,
  type RegisterEntry,
} from '@chancery/tei';
import { type ReactNode, useId, useState } from 'react';
import type { Registers } from './marks-panel.js';

type Edit = (edit: MetadataEdit) => void;

interface Everything {
  readonly metadata: LetterMetadata;
  readonly description: LetterDescription;
}

const parts = [
  ['senders', 'Writers', 'writer'],
  ['addressees', 'Addressees', 'addressee'],
  ['intermediaries', 'Through', 'bearer'],
] as const;

const dateNames: readonly (readonly [DateType, string])[] = [
  ['sent', 'Sent'],
  ['received', 'Received'],
  ['handed', 'Handed over'],
  ['signed', 'Signed'],
];

const places = [
  ['sent', 'of sending'],
  ['received', 'of receipt'],
  ['signed', 'of signing'],
  ['transmitted', 'on the way'],
] as const;

const bases = ['original-wording', 'english-text', 'translation', 'translated-back'] as const;

/** What the header says of a letter, as a form. Each field is a change of its own when it is left or Enter is pressed. */
export function MetadataForm(props: Everything & { registers: Registers; onEdit: Edit }) {
  const { metadata, description, registers } = props;
  const [refusal, setRefusal] = useState<{ field: string; reason: string }>();
  const edit: Edit = (each) => {
    try {
      props.onEdit(each);
      setRefusal(undefined);
    } catch (error) {
      if (!(error instanceof CannotWrite || error instanceof EditRefused || error instanceof Error))
        throw error;
      setRefusal({ field: each.field, reason: error.message });
    }
  };
  const why = (...fields: string[]): ReactNode =>
    refusal && fields.includes(refusal.field) ? (
      <p className="why" role="alert">
        {refusal.reason}
      </p>
    ) : null;
  const line = (
    field: 'headerTitle' | 'number' | 'title' | 'kind' | 'language',
    label: string,
    value = '',
  ) => (
    <TextLine
      label={label}
      value={value}
      long={field === 'title' || field === 'headerTitle'}
      onCommit={(text) => edit({ field, value: text })}
    />
  );
  return (
    <div className="meta-form">
      <fieldset>
        <legend>Letter</legend>
        <div className="fields">
          {line('kind', 'Kind', metadata.kind)}
          {line('number', 'Number', metadata.number?.text)}
          {line('title', 'Title over it', metadata.title?.text)}
          {line('headerTitle', 'Title of the file', metadata.headerTitle)}
          {line('language', 'Language', metadata.language)}
          {why('kind', 'number', 'title', 'headerTitle', 'language')}
        </div>
      </fieldset>
      {parts.map(([part, legend, one]) => (
        <fieldset key={part}>
          <legend>{legend}</legend>
          {numbered(metadata[part]).map(({ each, index, key }) => (
            <Name
              key={key}
              one={one}
              value={each}
              entries={registers.persons}
              volumePath={registers.volumePath}
              onSet={(value) => edit({ field: part, index, value })}
            />
          ))}
          <Add one={one} onAdd={(name) => edit({ field: part, value: { name } })} />
          {why(part)}
        </fieldset>
      ))}
      {dateNames.map(([type, legend]) => (
        <fieldset key={type}>
          <legend>{legend}</legend>
          <Dates type={type} dates={metadata.dates.filter((date) => date.type === type)} onEdit={edit} />
        </fieldset>
      ))}
      {why('date')}
      <fieldset>
        <legend>Places</legend>
        {numbered(metadata.places).map(({ each, index, key }) => (
          <Name
            key={key}
            one={`place ${places.find(([action]) => action === each.action)?.[1] ?? ''}`.trim()}
            value={each}
            entries={registers.places}
            volumePath={registers.volumePath}
            onSet={(value) => edit({ field: 'places', index, action: each.action ?? 'sent', value })}
          />
        ))}
        {places.slice(0, 2).map(([action, words]) => (
          <Add
            key={action}
            one={`place ${words}`}
            onAdd={(name) => edit({ field: 'places', action, value: { name } })}
          />
        ))}
        {why('places')}
      </fieldset>
      <fieldset>
        <legend>Basis of the text</legend>
        <div className="fields">
          <TextLine
            label="Kind"
            value={metadata.textBasis?.type ?? ''}
            choices={bases}
            onCommit={(type) =>
              edit({
                field: 'textBasis',
                value: { text: metadata.textBasis?.text ?? '', type: type || undefined },
              })
            }
          />
          <TextLine
            label="Statement"
            value={metadata.textBasis?.text ?? ''}
            long
            onCommit={(text) => edit({ field: 'textBasis', value: { text, type: metadata.textBasis?.type } })}
          />
          {why('textBasis')}
        </div>
      </fieldset>
      <fieldset>
        <legend>Sources</legend>
        <div className="fields">
          {numbered(description.sources).map(({ each, index, key }) => (
            <TextLine
              key={key}
              label={index === 0 ? 'Copy-text' : `Source ${index + 1}`}
              value={each}
              long
              onCommit={(value) => edit({ field: 'sources', index, value: value || null })}
            />
          ))}
        </div>
        <Add one="source" onAdd={(value) => edit({ field: 'sources', value })} />
        {why('sources')}
      </fieldset>
      <fieldset>
        <legend>Letters around it</legend>
        {numbered(description.context).map(({ each, index, key }) => (
          <div className="fields" key={key}>
            <TextLine
              label="Which"
              value={each.type ?? ''}
              choices={['prev', 'next']}
              onCommit={(type) =>
                edit({ field: 'context', index, value: { ...each, type: type || undefined } })
              }
            />
            <TextLine
              label="Leads to"
              value={each.target ?? ''}
              onCommit={(target) =>
                edit({ field: 'context', index, value: { ...each, target: target || undefined } })
              }
            />
            <TextLine
              label="In words"
              value={each.text}
              onCommit={(text) => edit({ field: 'context', index, value: { ...each, text } })}
            />
            <Remove what="reference" onRemove={() => edit({ field: 'context', index, value: null })} />
          </div>
        ))}
        <Add one="reference to" onAdd={(target) => edit({ field: 'context', value: { text: '', target } })} />
        {why('context')}
      </fieldset>
      <fieldset>
        <legend>Notes</legend>
        {numbered(description.notes).map(({ each, index, key }) => (
          <div className="fields" key={key}>
            <TextLine
              label={each.type ?? 'Note'}
              value={each.text}
              long
              onCommit={(text) => edit({ field: 'notes', index, value: text ? { ...each, text } : null })}
            />
          </div>
        ))}
        <Add one="note" onAdd={(text) => edit({ field: 'notes', value: { text } })} />
        {why('notes')}
      </fieldset>
    </div>
  );
}

/** Fields belong to a place in the list, so that what has the focus keeps it when a value changes. */
function numbered<T>(items: readonly T[]): { each: T; index: number; key: string }[] {
  return items.map((each, index) => ({ each, index, key: String(index) }));
}

function Dates(props: { type: DateType; dates: readonly LetterDate[]; onEdit: Edit }) {
  const { type, dates, onEdit } = props;
  const rows: readonly (LetterDate | undefined)[] = dates.length > 0 ? dates : [undefined];
  return numbered(rows).map(({ each: date, index, key }) => {
    const { when, notBefore, notAfter, cert } = date ?? {};
    const set = (change: Partial<LetterDate>) => {
      const value = { when, notBefore, notAfter, cert, ...change };
      const nothing = !value.when && !value.notBefore && !value.notAfter;
      onEdit({ field: 'date', type, ...(date ? { index } : {}), value: nothing ? null : value });
    };
    const field = (name: 'when' | 'notBefore' | 'notAfter', label: string) => (
      <TextLine
        label={label}
        value={date?.[name] ?? ''}
        placeholder={name === 'when' ? 'year-month-day' : undefined}
        pattern={isoDate}
        wrong="Write a date as 1941-08-04, 1941-08 or 1941."
        onCommit={(text) =>
          // A day that is known needs no limits, and limits no day.
          set(
            name === 'when'
              ? { when: text || undefined, ...(text ? { notBefore: undefined, notAfter: undefined } : {}) }
              : { [name]: text || undefined, ...(text ? { when: undefined } : {}) },
          )
        }
      />
    );
    return (
      <div className="fields" key={key}>
        {date?.printed ? (
          <>
            <span className="quiet">In the letter</span>
            <span>{date.printed}</span>
          </>
        ) : null}
        {field('when', 'Day')}
        {field('notBefore', 'Not before')}
        {field('notAfter', 'Not after')}
        {date ? (
          <TextLine
            label="Certainty"
            value={cert ?? ''}
            choices={['high', 'medium', 'low', 'unknown']}
            onCommit={(text) => set({ cert: text || undefined })}
          />
        ) : null}
      </div>
    );
  });
}

/** A year, a month or a day of ISO 8601, as `@when` takes them (TEI Guidelines, teidata.temporal.w3c). */
const isoDate = /^-?\d{4}(?:-\d\d(?:-\d\d)?)?$/;

function Name(props: {
  one: string;
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
    <div className="fields">
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
        {choices.map(({ pointer, label }) => (
          <option key={pointer} value={pointer}>
            {label}
          </option>
        ))}
      </select>
      <Remove what={one} onRemove={() => props.onSet(null)} />
    </div>
  );
}

function Remove({ what, onRemove }: { what: string; onRemove: () => void }) {
  return (
    <div className="acts">
      <button type="button" className="btn small ghost" onClick={onRemove}>
        Remove {what}
      </button>
    </div>
  );
}

/** A button that becomes a field, and a field that adds what is written in it. */
function Add({ one, onAdd }: { one: string; onAdd: (text: string) => void }) {
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

function TextLine(props: {
  label: string;
  /** What a screen reader hears, where the label alone is said of several fields. */
  spoken?: string;
  value: string;
  long?: boolean;
  choices?: readonly string[];
  placeholder?: string | undefined;
  pattern?: RegExp;
  wrong?: string;
  autoFocus?: boolean;
  onCommit: (text: string) => void;
  onLeave?: () => void;
}) {
  const { label, value, choices, pattern } = props;
  const id = useId();
  const [wrong, setWrong] = useState(false);
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setText(value);
  }
  function commit(): void {
    const next = text.trim().replace(/\s+/g, ' ');
    const isWrong = pattern !== undefined && next !== '' && !pattern.test(next);
    setWrong(isWrong);
    if (isWrong) return;
    if (next === value) props.onLeave?.();
    else props.onCommit(next);
  }
  const shared = {
    id,
    className: 'field',
    'aria-label': props.spoken,
    'aria-invalid': wrong || undefined,
    'aria-describedby': wrong ? `${id}-wrong` : undefined,
    value: text,
    onChange: (event: { target: { value: string } }) => setText(event.target.value),
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
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      ) : null}
      {wrong ? (
        <p className="why" role="alert" id={`${id}-wrong`}>
          {props.wrong}
        </p>
      ) : null}
    </>
  );
}
