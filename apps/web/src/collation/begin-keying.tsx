import { asAssigned, may } from '@chancery/workflow';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { beginKeying, getMembers } from '../api/client.js';
import { announce } from '../app/announce.js';
import { Choices } from '../app/choices.js';
import { Refused } from '../app/refused.js';
import { letterHeading } from '../letters/letter-heading.js';
import type { NamedLine } from '../letters/letter-line.js';

/** Has a letter keyed twice: which one, and by whom. Letters in transcription can be; so can members who transcribe. */
export function BeginKeying(props: {
  editionId: string;
  letters: readonly NamedLine[];
  keyed: ReadonlySet<string>;
}) {
  const { editionId } = props;
  const queries = useQueryClient();
  const members = useQuery({ queryKey: ['members', editionId], queryFn: () => getMembers(editionId) });
  const able = (members.data ?? []).filter(({ role }) =>
    may(role, 'edit-letter', 'transcription', asAssigned),
  );
  const letters = props.letters.filter(({ id, stage }) => stage === 'transcription' && !props.keyed.has(id));
  const [letter, setLetter] = useState('');
  const [a, setA] = useState('');
  const [b, setB] = useState('');
  const begin = useMutation({
    mutationFn: () => beginKeying(letter, a, b),
    onSuccess: () => {
      announce('The letter is keyed twice from now on.');
      setLetter('');
      return queries.invalidateQueries({ queryKey: ['keyings', editionId] });
    },
  });
  const people = able.map(({ id, name }) => ({ value: id, label: name }));
  const complete = letter !== '' && a !== '' && b !== '' && a !== b;
  return (
    <form
      className="begin-keying"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) begin.mutate();
      }}
    >
      <h2>Have a letter keyed twice</h2>
      <Choice
        label="Letter"
        value={letter}
        options={letters.map((line) => ({ value: line.id, label: letterHeading(line) }))}
        onChoose={setLetter}
      />
      <Choice label="Transcriber A" value={a} options={people} onChoose={setA} />
      <Choice label="Transcriber B" value={b} options={people} onChoose={setB} />
      <button type="submit" className="btn primary" disabled={!complete || begin.isPending}>
        Begin
      </button>
      {a !== '' && a === b ? <p className="quiet">The two transcribers have to be two people.</p> : null}
      {able.length < 2 && members.isSuccess ? (
        <p className="quiet">Two members who transcribe are needed: invite another under People.</p>
      ) : null}
      <Refused error={begin.error} />
    </form>
  );
}

function Choice(props: {
  label: string;
  value: string;
  options: readonly { readonly value: string; readonly label: string }[];
  onChoose: (value: string) => void;
}) {
  const id = useId();
  return (
    <p>
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        className="field"
        value={props.value}
        onChange={(event) => props.onChoose(event.target.value)}
      >
        <option value="">choose</option>
        <Choices of={props.options.map(({ value, label }) => [value, label])} />
      </select>
    </p>
  );
}
