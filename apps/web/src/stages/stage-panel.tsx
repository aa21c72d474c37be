import type { LetterDetail, LetterStanding } from '@chancery/server/api';
import { type LackCode, stageLabel } from '@chancery/workflow';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { takeMoveBack } from '../api/stages.js';
import { Refused } from '../app/refused.js';
import type { LetterSession } from '../desk/letter-session.js';
import { EnterReading } from './enter-reading.js';
import type { Remedy } from './lack-list.js';
import { HandOvers, Ledger } from './ledger.js';
import { PassForm } from './pass-form.js';
import { ReturnForm } from './return-form.js';
import { dueWords, inWords } from './stage-words.js';
import { TouchedList } from './touched-list.js';
import { standingChanged } from './use-standing.js';

/** All that concerns the letter's way to the press: where it stands, what it lacks, who has read it, and the next step. */
export function StagePanel(props: {
  session: LetterSession;
  letter: LetterDetail;
  standing: LetterStanding | undefined;
  remedies: Partial<Record<LackCode, Remedy>>;
  /** The panel was called for: the focus goes to its heading, which is then told. */
  called: boolean;
  onArrived: () => void;
}) {
  const { session, letter, standing, called, onArrived } = props;
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  const passages = useRef<HTMLDivElement>(null);
  const there = standing !== undefined;
  useEffect(() => {
    if (!called || !there) return;
    heading.current?.focus();
    onArrived();
  }, [called, there, onArrived]);
  const back = useMutation({
    mutationFn: (moveId: string) => takeMoveBack(letter.id, moveId),
    onSuccess: (now) => {
      standingChanged(letter, now);
      session.tell(`Taken back: the letter is in ${inWords(now.stage)} again.`);
      heading.current?.focus();
    },
  });
  if (!standing) return <p className="quiet">Looking where the letter stands</p>;
  const { stage, assignments, mayTakeBack, moves } = standing;
  const assigned = assignments.find((each) => each.stage === stage);
  const latest = moves.find(({ id }) => id === mayTakeBack);
  const remedies: Partial<Record<LackCode, Remedy>> = {
    ...props.remedies,
    discrepancies: {
      label: 'Collation',
      go: () => void navigate({ to: '/collation/$letterId', params: { letterId: letter.id } }),
    },
    touched: { label: 'Passages', go: () => passages.current?.querySelector('li')?.focus() },
  };
  const done = (words: string) => {
    session.tell(words);
    heading.current?.focus();
  };
  return (
    <div className="stage-panel">
      <h2 ref={heading} tabIndex={-1} className="where">
        {stageLabel(stage)}
      </h2>
      <p>
        {assigned ? `With ${assigned.user.name}` : 'Assigned to nobody'}
        {assigned?.dueOn ? `, ${dueWords(assigned.dueOn)}` : ''}.
      </p>
      {latest ? (
        <p className="take-back">
          <button
            type="button"
            className="btn small"
            disabled={back.isPending}
            onClick={() => back.mutate(latest.id)}
          >
            Take back: {inWords(latest.from)} to {inWords(latest.to)}
          </button>
        </p>
      ) : null}
      <Refused error={back.error} />
      <div ref={passages}>
        <TouchedList session={session} letter={letter} standing={standing} />
      </div>
      <PassForm key={`pass ${stage}`} letter={letter} standing={standing} remedies={remedies} onDone={done} />
      <ReturnForm key={`return ${stage}`} letter={letter} standing={standing} onDone={done} />
      {standing.cannot.move === null ? null : <p className="quiet">{standing.cannot.move}</p>}
      {standing.cannot.read === null || standing.cannot.read === standing.cannot.move ? null : (
        <p className="quiet">You enter no reading: {standing.cannot.read}</p>
      )}
      <Ledger readings={standing.readings} />
      <EnterReading letter={letter} standing={standing} onDone={done} />
      <HandOvers moves={moves} />
    </div>
  );
}
