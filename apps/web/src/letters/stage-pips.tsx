import { isStage, stageLabel, stages } from '@chancery/workflow';

/** How far a letter has come: six pips and a word. */
export function StagePips({ stage }: { stage: string }) {
  const reached = isStage(stage) ? stages.indexOf(stage) : -1;
  return (
    <span className="stage">
      <span className="pips" aria-hidden="true">
        {stages.map((each, index) => (
          <i key={each} className={index <= reached ? 'on' : ''} />
        ))}
      </span>
      {isStage(stage) ? stageLabel(stage) : stage}
    </span>
  );
}
