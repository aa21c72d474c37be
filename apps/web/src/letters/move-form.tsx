import type { BulkMoved } from '@chancery/server/api';
import { stageLabel, stages } from '@chancery/workflow';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { moveLetters } from '../api/calendar.js';
import { Choices } from '../app/choices.js';
import { Refused } from '../app/refused.js';

/** So many letters are moved by one request: each is opened, and its header written. */
const atOnce = 25;

/** Hands several letters on by one stage, or returns them, each by itself; a proof is signed at its desk. */
export function MoveForm(props: {
  editionId: string;
  letterIds: readonly string[];
  onDone: (outcome: BulkMoved, words: string) => void;
  onCancel: () => void;
}) {
  const id = useId();
  const first = useRef<HTMLSelectElement>(null);
  const [to, setTo] = useState('next');
  const [comment, setComment] = useState('');
  const [come, setCome] = useState(0);
  useEffect(() => first.current?.focus(), []);
  const stage = stages.find((each) => each === to) ?? 'next';
  const move = useMutation({
    mutationFn: async () => {
      const all: BulkMoved = { done: [], refused: [], moves: [] };
      for (let at = 0; at < props.letterIds.length; at += atOnce) {
        const letterIds = props.letterIds.slice(at, at + atOnce);
        const outcome = await moveLetters(props.editionId, { letterIds, to: stage, comment });
        all.done.push(...outcome.done);
        all.refused.push(...outcome.refused);
        all.moves.push(...outcome.moves);
        setCome(at + letterIds.length);
      }
      return all;
    },
    onSuccess: (outcome) =>
      props.onDone(outcome, stage === 'next' ? 'passed on' : `moved to ${stageLabel(stage).toLowerCase()}`),
  });
  return (
    <form
      className="bulk-form"
      aria-label="Move to stage"
      onSubmit={(event) => {
        event.preventDefault();
        if (!move.isPending) move.mutate();
      }}
      onKeyDown={(event) => (event.key === 'Escape' ? props.onCancel() : undefined)}
    >
      <label htmlFor={`${id}to`}>To</label>
      <select
        id={`${id}to`}
        ref={first}
        className="field"
        value={to}
        onChange={(event) => setTo(event.target.value)}
      >
        <option value="next">the next stage of each</option>
        <Choices of={stages.map((each) => [each, stageLabel(each)])} />
      </select>
      <label htmlFor={`${id}comment`}>Comment, or reason of a return</label>
      <input
        id={`${id}comment`}
        className="field said"
        maxLength={4_000}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
      <button type="submit" className="btn small primary" aria-disabled={move.isPending}>
        Move
      </button>
      <button type="button" className="btn small ghost" onClick={props.onCancel}>
        Cancel
      </button>
      {move.isPending ? (
        <p className="quiet" role="status">
          {come} of {props.letterIds.length}
        </p>
      ) : null}
      <Refused error={move.error} />
    </form>
  );
}
