import type { BulkOutcome } from '@chancery/server/api';
import { isRole, mayMove, type Role, stageLabel, stages } from '@chancery/workflow';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { assignLetters } from '../api/calendar.js';
import { getMembers } from '../api/client.js';
import { Choices } from '../app/choices.js';
import { Refused } from '../app/refused.js';

/** Whether somebody of a role has work in letters at any stage. */
function works(role: Role): boolean {
  return stages.some((from) => stages.some((to) => mayMove(role, from, to)));
}

/** Assigns letters: to whom, for which stage, until when. */
export function AssignForm(props: {
  editionId: string;
  letterIds: readonly string[];
  onDone: (outcome: BulkOutcome, words: string) => void;
  onCancel: () => void;
}) {
  const { editionId } = props;
  const id = useId();
  const first = useRef<HTMLSelectElement>(null);
  const members = useQuery({ queryKey: ['members', editionId], queryFn: () => getMembers(editionId) });
  const people = (members.data ?? []).filter(({ role }) => isRole(role) && works(role));
  const [person, setPerson] = useState('');
  const [stage, setStage] = useState('current');
  const [due, setDue] = useState('');
  useEffect(() => first.current?.focus(), []);
  const assign = useMutation({
    mutationFn: () =>
      assignLetters(editionId, {
        letterIds: [...props.letterIds],
        stage: stages.find((each) => each === stage) ?? 'current',
        userId: person === 'nobody' ? null : person,
        dueOn: due === '' ? null : due,
      }),
    onSuccess: (outcome) => {
      const name = people.find((each) => each.id === person)?.name;
      props.onDone(outcome, name === undefined ? 'taken from whoever had them' : `assigned to ${name}`);
    },
  });
  return (
    <form
      className="bulk-form"
      aria-label="Assign"
      onSubmit={(event) => {
        event.preventDefault();
        if (person !== '' && !assign.isPending) assign.mutate();
      }}
      onKeyDown={(event) => (event.key === 'Escape' ? props.onCancel() : undefined)}
    >
      <label htmlFor={`${id}who`}>To</label>
      <select
        id={`${id}who`}
        ref={first}
        className="field"
        value={person}
        onChange={(event) => setPerson(event.target.value)}
      >
        <option value="">choose</option>
        <Choices of={people.map((each) => [each.id, each.name])} />
        <option value="nobody">nobody</option>
      </select>
      <label htmlFor={`${id}stage`}>For</label>
      <select
        id={`${id}stage`}
        className="field"
        value={stage}
        onChange={(event) => setStage(event.target.value)}
      >
        <option value="current">the stage each is at</option>
        <Choices of={stages.map((each) => [each, stageLabel(each)])} />
      </select>
      <label htmlFor={`${id}due`}>Due</label>
      <input
        id={`${id}due`}
        type="date"
        className="field"
        value={due}
        onChange={(event) => setDue(event.target.value)}
      />
      <button type="submit" className="btn small primary" aria-disabled={person === '' || assign.isPending}>
        Assign
      </button>
      <button type="button" className="btn small ghost" onClick={props.onCancel}>
        Cancel
      </button>
      <Refused error={assign.error} />
    </form>
  );
}
