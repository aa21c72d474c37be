import type { BulkMoved, BulkOutcome } from '@chancery/server/api';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { RequestFailed } from '../api/request-failed.js';
import { takeMoveBack } from '../api/stages.js';
import { Refused } from '../app/refused.js';

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
  const [come, setCome] = useState(0);
  const run = useMutation({
    mutationFn: async () => {
      const outcome: BulkOutcome = { done: [], refused: [] };
      for (const { letterId, moveId, name } of moves) {
        try {
          await takeMoveBack(letterId, moveId);
          outcome.done.push(name);
        } catch (error) {
          if (!(error instanceof RequestFailed) || error.status < 400 || error.status >= 500) throw error;
          outcome.refused.push({ letterId: name, why: error.message });
        }
        setCome((before) => before + 1);
      }
      return outcome;
    },
    onSuccess: props.onDone,
  });
  const { mutate } = run;
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    mutate();
  }, [mutate]);
  return (
    <div className="bulk-form">
      {run.isError ? (
        <>
          <Refused error={run.error} />
          <button type="button" className="btn small ghost" onClick={props.onCancel}>
            Close
          </button>
        </>
      ) : (
        <p className="quiet" role="status">
          Taking back: {come} of {moves.length}
        </p>
      )}
    </div>
  );
}
