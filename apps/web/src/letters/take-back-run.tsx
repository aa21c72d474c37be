import type { BulkMoved, BulkOutcome } from '@chancery/server/api';
import { RequestFailed } from '../api/request-failed.js';
import { takeMoveBack } from '../api/stages.js';
import { BulkRun } from './bulk-run.js';

/** A letter that was moved, with what it is called. */
export type MovedLetter = BulkMoved['moves'][number] & { readonly name: string };

/** Takes moves back that were made together, each by itself: one that was moved on since stays where it is. */
export function TakeBackRun(props: {
  moves: readonly MovedLetter[];
  /** The letters are named in it. */
  onDone: (outcome: BulkOutcome) => void;
  onCancel: () => void;
}) {
  const { moves } = props;
  const work = async (come: (count: number) => void) => {
    const outcome: BulkOutcome = { done: [], refused: [] };
    for (const [index, { letterId, moveId, name }] of moves.entries()) {
      try {
        await takeMoveBack(letterId, moveId);
        outcome.done.push(name);
      } catch (error) {
        if (!(error instanceof RequestFailed) || error.status < 400 || error.status >= 500) throw error;
        outcome.refused.push({ letterId: name, why: error.message });
      }
      come(index + 1);
    }
    return outcome;
  };
  return (
    <BulkRun
      doing="Taking back"
      count={moves.length}
      work={work}
      onDone={props.onDone}
      onCancel={props.onCancel}
    />
  );
}
