import type { LetterDetail, LetterStanding } from '@chancery/server/api';
import { isReturn, stageLabel } from '@chancery/workflow';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { moveLetter } from '../api/stages.js';
import { Choices } from '../app/choices.js';
import { Refused } from '../app/refused.js';
import { inWords } from './stage-words.js';
import { standingChanged } from './use-standing.js';

/** Returns a letter to an earlier stage, with the reason. */
export function ReturnForm(props: {
  letter: LetterDetail;
  standing: LetterStanding;
  onDone: (words: string) => void;
}) {
  const { letter, standing } = props;
  const back = standing.mayMoveTo.filter((to) => isReturn(standing.stage, to)).toReversed();
  const id = useId();
  const [chosen, setChosen] = useState('');
  const [reason, setReason] = useState('');
  const to = back.find((each) => each === chosen) ?? back[0];
  const move = useMutation({
    mutationFn: async () =>
      to ? moveLetter(letter.id, { from: standing.stage, to, comment: reason, reading: null }) : standing,
    onSuccess: (now) => {
      standingChanged(letter, now);
      props.onDone(`Returned to ${inWords(now.stage)}.`);
    },
  });
  if (!to) return null;
  const unsaid = reason.trim() === '';
  return (
    <form
      className="stage-form"
      aria-labelledby={`${id}heading`}
      onSubmit={(event) => {
        event.preventDefault();
        if (!unsaid && !move.isPending) move.mutate();
      }}
    >
      <h2 id={`${id}heading`}>Return</h2>
      <p>
        <label htmlFor={`${id}to`}>To</label>
        <select
          id={`${id}to`}
          className="field"
          value={to}
          onChange={(event) => setChosen(event.target.value)}
        >
          <Choices of={back.map((stage) => [stage, stageLabel(stage)])} />
        </select>
      </p>
      <p>
        <label htmlFor={`${id}reason`}>Reason</label>
        <textarea
          id={`${id}reason`}
          className="field"
          rows={2}
          maxLength={4_000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </p>
      <Refused error={move.error} />
      <button
        type="submit"
        className="btn"
        aria-disabled={unsaid || move.isPending}
        aria-describedby={`${id}why`}
      >
        Return to {inWords(to)}
      </button>
      <p id={`${id}why`} className="quiet">
        {unsaid ? 'Say why: whoever has it next reads the reason.' : ''}
      </p>
    </form>
  );
}
