import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { beginLetter } from '../api/calendar.js';
import { getVolumeFacts } from '../api/volume-facts.js';
import { announce } from '../app/announce.js';
import { Choices } from '../app/choices.js';
import { Refused } from '../app/refused.js';
import { letterKinds } from '../desk/letter-kinds.js';
import { Tick } from '../desk/metadata-fields.js';
import { Field } from '../sign-in/field.js';
import { filledIn } from '../sign-in/filled-in.js';
import { saidDate } from '../volume/said-date.js';
import { saidNames } from '../volume/said-names.js';
import { type ChosenLetter, LetterChooser } from './letter-chooser.js';

const places = [
  ['last', 'at the end of the volume'],
  ['behind', 'behind another letter'],
  ['enclosed', 'as an enclosure of a letter'],
] as const;

/** Begins a letter: what is known of it, and where it stands in the volume. What is not known yet is told under Metadata. */
export function NewLetterForm(props: {
  editionId: string;
  /** The letter behind which it is to stand, unless somebody says otherwise. */
  behind: ChosenLetter | undefined;
  onCancel: () => void;
}) {
  const { editionId } = props;
  const id = useId();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const first = useRef<HTMLSelectElement>(null);
  const facts = useQuery({
    queryKey: ['volume-facts', editionId],
    queryFn: () => getVolumeFacts(editionId),
  });
  const persons = facts.data?.persons ?? [];
  const [kind, setKind] = useState('letter');
  const [supplied, setSupplied] = useState(true);
  const [how, setHow] = useState<(typeof places)[number][0]>(props.behind ? 'behind' : 'last');
  const [beside, setBeside] = useState(props.behind);
  useEffect(() => first.current?.focus(), []);

  const peopleIn = (text: string) =>
    saidNames(text).map((name) => {
      const person = persons.find(({ title }) => title === name)?.id;
      return person === undefined ? { name } : { name, person };
    });
  const begin = useMutation({
    mutationFn: async (form: HTMLFormElement) => {
      const [number, title, date] = (['number', 'title', 'date'] as const).map((each) =>
        filledIn(form, each).trim(),
      );
      if (how !== 'last' && !beside) throw new NoLetterChosen();
      return beginLetter(editionId, {
        kind,
        senders: peopleIn(filledIn(form, 'from')),
        addressees: peopleIn(filledIn(form, 'to')),
        ...(number ? { number } : {}),
        ...(title ? { title: { text: title, supplied } } : {}),
        ...(date ? { date: saidDate(date) } : {}),
        place: how === 'last' || !beside ? null : { letterId: beside.id, how },
      });
    },
    onSuccess: (letterId) => {
      void queries.invalidateQueries({ queryKey: ['volume', editionId] });
      announce('The letter is begun.');
      void navigate({ to: '/letters/$letterId', params: { letterId } });
    },
  });

  return (
    <form
      className="form card new-letter"
      aria-label="New letter"
      autoComplete="off"
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        if (!begin.isPending) begin.mutate(event.currentTarget);
      }}
      onKeyDown={(event) => (event.key === 'Escape' ? props.onCancel() : undefined)}
    >
      <div className="new-letter-fields">
        <div className="form-field">
          <label htmlFor={`${id}-kind`}>Kind</label>
          <select
            id={`${id}-kind`}
            ref={first}
            className="field"
            value={kind}
            onChange={({ target }) => setKind(target.value)}
          >
            <Choices of={letterKinds} />
          </select>
        </div>
        {facts.data?.numbering === 'as-written' ? (
          <Field label="Number" name="number" maxLength={20} hint="As the copy has it." />
        ) : null}
        <Field label="From" name="from" list={`${id}-persons`} hint="Several with semicolons." />
        <Field label="To" name="to" list={`${id}-persons`} />
        <Field label="Sent" name="date" hint="1941-08-04, 1941-08, 1941?" />
        <div>
          <Field label="Title over it" name="title" maxLength={1_000} />
          <Tick
            label="Supplied by the editors: prints with an asterisk"
            checked={supplied}
            onChange={setSupplied}
          />
        </div>
        <div className="form-field">
          <label htmlFor={`${id}-place`}>Place</label>
          <select
            id={`${id}-place`}
            className="field"
            value={how}
            onChange={({ target }) => {
              const chosen = places.find(([each]) => each === target.value)?.[0] ?? 'last';
              setHow(chosen);
              if (chosen === 'enclosed') setKind('enclosure');
            }}
          >
            <Choices of={places} />
          </select>
        </div>
        {how === 'last' ? null : (
          <LetterChooser
            editionId={editionId}
            label={how === 'behind' ? 'Behind' : 'Enclosure of'}
            chosen={beside}
            onChoose={setBeside}
          />
        )}
      </div>
      <datalist id={`${id}-persons`}>
        {persons.map((person) => (
          <option key={person.id} value={person.title} />
        ))}
      </datalist>
      <Refused error={begin.error} />
      <p className="acts">
        <button type="submit" className="btn primary" aria-disabled={begin.isPending}>
          Begin the letter
        </button>
        <button type="button" className="btn ghost" onClick={props.onCancel}>
          Cancel
        </button>
      </p>
    </form>
  );
}

/** Nobody has said beside which letter the new one is to stand. */
class NoLetterChosen extends Error {
  override readonly name = 'NoLetterChosen';

  constructor() {
    super('Choose the letter from the list: type its number or a name.');
  }
}
