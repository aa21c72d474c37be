import type { VolumeFacts } from '@chancery/server/api';
import { ImpossibleDate, toEdtf, writtenDate } from '@chancery/tei';
import { type FormEvent, useId, useState } from 'react';
import { saidDate } from './said-date.js';
import { saidNames } from './said-names.js';

type Message = VolumeFacts['nonExtant'][number];

/** One message that was not found: who wrote to whom, when, and how it is known. */
export function NonExtantForm(props: {
  message: Message | undefined;
  persons: VolumeFacts['persons'];
  /** How the volume writes dates; null where it does not say. */
  dateStyle: VolumeFacts['dateStyle'];
  onSave: (message: Omit<Message, 'id'>) => void;
  onCancel: () => void;
}) {
  const { message } = props;
  const id = useId();
  const [from, setFrom] = useState(namesOf(message?.senders));
  const [to, setTo] = useState(namesOf(message?.addressees));
  const [date, setDate] = useState(message?.date ? toEdtf(message.date) : '');
  const [evidence, setEvidence] = useState(message?.evidence ?? '');
  const [fault, setFault] = useState<{ of: 'from' | 'date' | 'evidence'; why: string }>();

  function peopleOf(text: string, former: Message['senders'] = []): Message['senders'] {
    return saidNames(text).map((name) => {
      const ref =
        former.find((each) => each.name === name)?.ref ??
        props.persons.filter(({ title }) => title === name).map((person) => `#${person.id}`)[0];
      return ref === undefined ? { name } : { name, ref };
    });
  }

  function save(event: FormEvent): void {
    event.preventDefault();
    const senders = peopleOf(from, message?.senders);
    if (senders.length === 0) {
      setFault({ of: 'from', why: 'Say whose message it was.' });
      return;
    }
    if (evidence.trim() === '') {
      const why = 'Say where it is told of: without evidence nobody knows of it.';
      setFault({ of: 'evidence', why });
      return;
    }
    try {
      const said = date.trim() === '' ? undefined : dateOf(date, message?.date, props.dateStyle);
      setFault(undefined);
      props.onSave({
        senders,
        addressees: peopleOf(to, message?.addressees),
        ...(said ? { date: said } : {}),
        evidence: evidence.trim(),
      });
    } catch (error) {
      if (!(error instanceof ImpossibleDate)) throw error;
      setFault({ of: 'date', why: error.message });
    }
  }

  const line = (of: 'from' | 'to' | 'date', label: string, value: string, set: (text: string) => void) => (
    <div className="form-field">
      <label htmlFor={`${id}-${of}`}>{label}</label>
      <input
        id={`${id}-${of}`}
        className="field"
        value={value}
        list={of === 'date' ? undefined : `${id}-persons`}
        aria-invalid={fault?.of === of || undefined}
        aria-describedby={fault?.of === of ? `${id}-fault` : undefined}
        onChange={({ target }) => set(target.value)}
      />
    </div>
  );
  return (
    <form className="form" onSubmit={save}>
      {line('from', 'From (several with semicolons)', from, setFrom)}
      {line('to', 'To', to, setTo)}
      {line('date', 'Date: 1945-06, 1945-06?, [1942-02..1942-04]', date, setDate)}
      <datalist id={`${id}-persons`}>
        {props.persons.map((person) => (
          <option key={person.id} value={person.title} />
        ))}
      </datalist>
      <div className="form-field">
        <label htmlFor={`${id}-evidence`}>How it is known of</label>
        <textarea
          id={`${id}-evidence`}
          className="field"
          rows={2}
          value={evidence}
          aria-invalid={fault?.of === 'evidence' || undefined}
          aria-describedby={fault?.of === 'evidence' ? `${id}-fault` : undefined}
          onChange={({ target }) => setEvidence(target.value)}
        />
      </div>
      {fault ? (
        <p className="form-fault" role="alert" id={`${id}-fault`}>
          {fault.why}
        </p>
      ) : null}
      <div className="do">
        <button type="submit" className="btn small primary">
          {message ? 'Change the entry' : 'Enter it'}
        </button>
        <button type="button" className="btn small ghost" onClick={props.onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}

function namesOf(people: Message['senders'] = []): string {
  return people.map(({ name }) => name).join('; ');
}

/** The date with its words: those that it had, while its value is the same. */
function dateOf(
  text: string,
  former: Message['date'],
  style: VolumeFacts['dateStyle'],
): NonNullable<Message['date']> {
  const value = saidDate(text);
  const isSame = former !== undefined && toEdtf(former) === text.trim();
  const printed = isSame ? former.printed : writtenDate(value, style ?? undefined);
  return { ...value, printed: printed || 'date unknown' };
}
