import type { LetterStanding } from '@chancery/server/api';
import { stageAfter } from '@chancery/workflow';
import { Icon } from '../app/icon.js';
import { Person } from '../app/person.js';
import { StagePips } from '../letters/stage-pips.js';
import { dueWords, inWords, today } from './stage-words.js';

/** Where the letter stands, who has it and until when, and the way to hand it on. */
export function LetterStage({ standing, onPass }: { standing: LetterStanding; onPass: () => void }) {
  const { stage, assignments, touched, mayMoveTo } = standing;
  const assigned = assignments.find((each) => each.stage === stage);
  const next = stageAfter(stage);
  const passes = next !== undefined && mayMoveTo.includes(next);
  const due = assigned?.dueOn ?? null;
  return (
    <>
      <span className="opt stage-now">
        <StagePips stage={stage} />
        {assigned ? <Person name={assigned.user.name} /> : null}
        {due === null ? null : (
          <span className={`st ${due < today() ? 'err' : 'wait'}`}>{dueWords(due)}</span>
        )}
        {touched.length > 0 ? (
          <span className="st warn">
            <Icon name="warning" />
            {touched.length} to read again
          </span>
        ) : null}
      </span>
      <button type="button" className="btn small" onClick={onPass}>
        {passes ? `Pass to ${inWords(next)} …` : 'Stage …'}
      </button>
    </>
  );
}
