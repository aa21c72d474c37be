import type { LetterDetail, LetterStanding, ReadingEntry } from '@chancery/server/api';
import { type LackCode, type Stage, stageAfter } from '@chancery/workflow';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { moveLetter } from '../api/stages.js';
import { Refused } from '../app/refused.js';
import { LackList, type Remedy } from './lack-list.js';
import { plainReading, ReadingFields, wantsPartner } from './reading-fields.js';
import { inWords } from './stage-words.js';
import { standingChanged } from './use-standing.js';

/** What the reading that is signed with a hand-over may make good. */
const ofReading: ReadonlySet<string> = new Set<LackCode>(['not-read', 'same-person', 'people', 'tandem']);

/** Hands a letter on: what is lacking, the reading that is signed with it, and a word for the next hand. */
export function PassForm(props: {
  letter: LetterDetail;
  standing: LetterStanding;
  remedies: Partial<Record<LackCode, Remedy>>;
  onDone: (words: string) => void;
}) {
  const { letter, standing } = props;
  const { stage, lacks } = standing;
  const to = stageAfter(stage);
  const id = useId();
  const [comment, setComment] = useState('');
  const offersReading = standing.mayRead && (stage === 'first-proof' || stage === 'second-proof');
  const [ticked, setTicked] = useState<boolean>();
  const reads = ticked ?? lacks.some(({ code }) => ofReading.has(code));
  const [reading, setReading] = useState<ReadingEntry>(plainReading);
  const signed = offersReading && reads ? reading : null;
  const move = useMutation({
    mutationFn: (next: Stage) => moveLetter(letter.id, { from: stage, to: next, comment, reading: signed }),
    onSuccess: (now) => {
      standingChanged(letter, now);
      props.onDone(`Passed to ${inWords(now.stage)}.`);
    },
  });
  if (!to || !standing.mayMoveTo.includes(to)) return null;
  const open = signed ? lacks.filter(({ code }) => !ofReading.has(code)) : lacks;
  const lonely = signed !== null && wantsPartner(signed);
  return (
    <form
      className="stage-form"
      aria-labelledby={`${id}heading`}
      onSubmit={(event) => {
        event.preventDefault();
        if (open.length === 0 && !lonely && !move.isPending) move.mutate(to);
      }}
    >
      <h2 id={`${id}heading`}>Pass to {inWords(to)}</h2>
      <LackList lacks={lacks} remedies={props.remedies} />
      {offersReading ? (
        <fieldset>
          <legend>The reading that you sign</legend>
          <p className="tick">
            <input
              id={`${id}reads`}
              type="checkbox"
              checked={reads}
              onChange={(event) => setTicked(event.target.checked)}
            />
            <label htmlFor={`${id}reads`}>I have read the {inWords(stage)}</label>
          </p>
          {reads ? (
            <ReadingFields editionId={letter.editionId} reading={reading} onChange={setReading} />
          ) : null}
        </fieldset>
      ) : null}
      <p>
        <label htmlFor={`${id}comment`}>For the next hand</label>
        <textarea
          id={`${id}comment`}
          className="field"
          rows={2}
          maxLength={4_000}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
      </p>
      <Refused error={move.error} />
      <button
        type="submit"
        className="btn primary"
        aria-disabled={open.length > 0 || lonely || move.isPending}
        aria-describedby={`${id}why`}
      >
        Pass to {inWords(to)}
      </button>
      <p id={`${id}why`} className="quiet">
        {lonely
          ? 'Say with whom it was read.'
          : open.length > 0
            ? 'It can be passed on once nothing is lacking.'
            : signed
              ? 'By passing it on you sign the proof as it stands now.'
              : ''}
      </p>
    </form>
  );
}
