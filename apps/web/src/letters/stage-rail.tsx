import type { CalendarSummary } from '@chancery/server/api';
import { type Stage, stageLabel, stages } from '@chancery/workflow';
import { Button, Toolbar } from 'react-aria-components';

/** The progress of the volume, and its first filter: how many letters are at each stage. One tab stop, with arrow keys inside. */
export function StageRail(props: {
  counts: CalendarSummary['stages'];
  stage: Stage | undefined;
  onStage: (stage: Stage | undefined) => void;
}) {
  return (
    <Toolbar className="rail" aria-label="Progress of the volume. Choose a stage to show only its letters.">
      {stages.map((stage) => (
        <Button
          key={stage}
          aria-pressed={props.stage === stage}
          onPress={() => props.onStage(props.stage === stage ? undefined : stage)}
        >
          <b>{props.counts[stage]}</b> <span className="l">{stageLabel(stage)}</span>
        </Button>
      ))}
    </Toolbar>
  );
}
