import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Refused } from '../app/refused.js';

/** Something that is done to several letters one after the other, begun as soon as it is shown. It says how far it has come. */
export function BulkRun<Outcome>(props: {
  /** “Validating” */
  doing: string;
  count: number;
  /** Does it, and says after each part of it how many letters are done with. */
  work: (come: (count: number) => void) => Promise<Outcome>;
  onDone: (outcome: Outcome) => void;
  onCancel: () => void;
}) {
  const [come, setCome] = useState(0);
  const run = useMutation({ mutationFn: () => props.work(setCome), onSuccess: props.onDone });
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
          {props.doing}: {come} of {props.count}
        </p>
      )}
    </div>
  );
}
