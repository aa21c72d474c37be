import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { checkLetters } from '../api/calendar.js';
import { Refused } from '../app/refused.js';
import { counted } from './counted.js';

/** So many letters are checked by one request. */
const atOnce = 25;

/** Checks letters against the schemas of the edition, and says what was found in all of them. */
export function ValidationRun(props: {
  editionId: string;
  letterIds: readonly string[];
  onDone: (words: string) => void;
  onCancel: () => void;
}) {
  const [come, setCome] = useState(0);
  const { editionId, letterIds } = props;
  const run = useMutation({
    mutationFn: async () => {
      let [errors, warnings, checked] = [0, 0, 0];
      for (let at = 0; at < letterIds.length; at += atOnce) {
        const part = letterIds.slice(at, at + atOnce);
        const found = await checkLetters(editionId, part);
        errors += found.errors;
        warnings += found.warnings;
        checked += found.checked;
        setCome(at + part.length);
      }
      return `${counted(checked, 'letter')} validated: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}.`;
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
          Validating: {come} of {letterIds.length}
        </p>
      )}
    </div>
  );
}
