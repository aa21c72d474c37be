import type { CalendarSummary } from '@chancery/server/api';
import { type Stage, stageLabel, stages } from '@chancery/workflow';

/** The progress of the volume, and its first filter: how many letters are at each stage. */
export function StageRail(props: {
  counts: CalendarSummary['stages'];
  stage: Stage | undefined;
  onStage: (stage: Stage | undefined) => void;
}) {
  return (
    <fieldset className="rail">
      <legend className="sr">Progress of the volume. Choose a stage to show only its letters.</legend>
      {stages.map((stage) => (
        <button
          key={stage}
          type="button"
          aria-pressed={props.stage === stage}
          onClick={() => props.onStage(props.stage === stage ? undefined : stage)}
        >
          <b>{props.counts[stage]}</b> <span className="l">{stageLabel(stage)}</span>
        </button>
      ))}
    </fieldset>
  );
}
