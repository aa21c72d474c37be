import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { Choices } from '../app/choices.js';
import type { LetterSession } from '../desk/letter-session.js';
import { reasonOf } from '../desk/reason-of.js';
import { type Emending, elementFor, emend, readingsOf } from '../editor/emend.js';
import { FormFault } from '../sign-in/form-fault.js';
import { kindNames } from './emendation-words.js';
import { useResponsible } from './use-responsible.js';

const kinds: readonly Emending['kind'][] = [
  'correction',
  'regularization',
  'expansion',
  'surplus',
  'unclear',
  'supplied',
];

const certainties = ['high', 'medium', 'low'] as const;

/** Why the words cannot be emended so, in words for the person at the desk. */
class CannotEmend extends Error {}

/**
 * Makes an emendation of the selected words: what the edition reads, why, who answers for it and how surely. Enter makes
 * it, Escape leaves everything as it was; both lead back into the text.
 */
export function EmendForm({ session, suggests }: { session: LetterSession; suggests: boolean }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const { from, to } = session.view.state.selection;
  const [words] = useState(() => session.view.state.doc.textBetween(from, to, ' '));
  const [kind, setKind] = useState<Emending['kind']>('correction');
  const [reading, setReading] = useState(words);
  const [reason, setReason] = useState('');
  const [cert, setCert] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [fault, setFault] = useState<Error | null>(null);
  // The header can be written only where the letter itself is changed.
  const { choices, self, identify } = useResponsible(session, !suggests);
  const resp = chosen ?? self;
  useEffect(() => field.current?.select(), []);

  function close(): void {
    session.emending.set(false);
    session.view.focus();
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const { view } = session;
    try {
      // Who answers for it may have to be entered in the header.
      await session.source.open();
      const now = view.state.selection;
      const why =
        view.state.doc.textBetween(now.from, now.to, ' ') === words
          ? emend({ kind, reading, attributes: {} }).whyNot(view.state)
          : 'Other words are selected by now. Cancel, select the words, and begin again.';
      if (why !== undefined) throw new CannotEmend(why);
      const command = emend({ kind, reading, attributes: attributesOf() });
      if (!command(view.state, view.dispatch, view))
        throw new CannotEmend(command.whyNot(view.state) ?? 'This cannot be done here.');
      close();
    } catch (error) {
      setFault(error instanceof Error ? error : new Error(String(error)));
    }
  }

  function attributesOf(): Record<string, string> {
    const reasonName = reasonOf(elementFor(kind))?.name;
    const who = identify(resp);
    return {
      ...(reason !== '' && reasonName ? { [reasonName]: reason } : {}),
      ...(who === '' ? {} : { resp: `#${who}` }),
      ...(cert === '' ? {} : { cert }),
    };
  }

  const reasons = Object.entries(reasonOf(elementFor(kind))?.values ?? {});
  return (
    <form
      className="stage-form emend-form"
      aria-labelledby={`${id}heading`}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <h2 id={`${id}heading`}>Emend</h2>
      <p className="copy">
        The copy has <q>{words}</q>
      </p>
      <p>
        <label htmlFor={`${id}reading`}>The edition reads</label>
        <input
          ref={field}
          id={`${id}reading`}
          className="field words"
          value={readingsOf[kind] ? reading : kind === 'surplus' ? '' : words}
          disabled={!readingsOf[kind]}
          maxLength={2_000}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setReading(target.value)}
        />
      </p>
      <p>
        <label htmlFor={`${id}kind`}>Kind</label>
        <select
          id={`${id}kind`}
          className="field"
          value={kind}
          onChange={({ target }) => {
            setKind(kinds.find((each) => each === target.value) ?? 'correction');
            setReason('');
          }}
        >
          {kinds.map((each) => (
            <option key={each} value={each}>
              {kindNames[each][0]}
            </option>
          ))}
        </select>
      </p>
      {reasons.length > 0 ? (
        <p>
          <label htmlFor={`${id}reason`}>Reason</label>
          <select
            id={`${id}reason`}
            className="field"
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          >
            <option value="">not stated</option>
            <Choices of={reasons} />
          </select>
        </p>
      ) : null}
      <p>
        <label htmlFor={`${id}resp`}>Who answers for it</label>
        <select
          id={`${id}resp`}
          className="field"
          value={resp}
          onChange={({ target }) => setChosen(target.value)}
        >
          <option value="">not stated</option>
          <Choices of={choices.map((each) => [each.id, each.name])} />
        </select>
      </p>
      <p>
        <label htmlFor={`${id}cert`}>Certainty</label>
        <select
          id={`${id}cert`}
          className="field"
          value={cert}
          onChange={({ target }) => setCert(target.value)}
        >
          <option value="">not stated</option>
          {certainties.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </p>
      <FormFault error={fault} />
      <p className="acts">
        <button type="submit" className="btn primary">
          Emend
        </button>
        <button type="button" className="btn ghost" onClick={close}>
          Cancel
        </button>
      </p>
    </form>
  );
}
