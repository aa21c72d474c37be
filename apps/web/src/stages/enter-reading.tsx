import type { LetterDetail, LetterStanding, ReadingEntry } from '@chancery/server/api';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { enterReading } from '../api/stages.js';
import { Refused } from '../app/refused.js';
import { plainReading, ReadingFields, wantsPartner } from './reading-fields.js';
import { standingChanged } from './use-standing.js';

/** Enters a reading in the ledger while the letter stays where it is. */
export function EnterReading(props: {
  letter: LetterDetail;
  standing: LetterStanding;
  onDone: (words: string) => void;
}) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (!props.standing.mayRead) return null;
  return (
    <>
      <p>
        <button
          type="button"
          className="btn small"
          ref={button}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          Enter a reading …
        </button>
      </p>
      {open ? (
        <ReadingForm
          letter={props.letter}
          onDone={() => {
            setOpen(false);
            props.onDone('The reading is in the ledger.');
          }}
          onCancel={() => {
            setOpen(false);
            button.current?.focus();
          }}
        />
      ) : null}
    </>
  );
}

function ReadingForm(props: { letter: LetterDetail; onDone: () => void; onCancel: () => void }) {
  const { letter } = props;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [reading, setReading] = useState<ReadingEntry>(plainReading);
  useEffect(() => heading.current?.focus(), []);
  const enter = useMutation({
    mutationFn: () => enterReading(letter.id, reading),
    onSuccess: (now) => {
      standingChanged(letter, now);
      props.onDone();
    },
  });
  const lonely = wantsPartner(reading);
  return (
    <form
      className="stage-form"
      aria-labelledby={`${id}heading`}
      onSubmit={(event) => {
        event.preventDefault();
        if (!lonely && !enter.isPending) enter.mutate();
      }}
    >
      <h2 id={`${id}heading`} ref={heading} tabIndex={-1}>
        A reading of the letter as it stands now
      </h2>
      <ReadingFields editionId={letter.editionId} reading={reading} onChange={setReading} />
      <Refused error={enter.error} />
      <p className="do">
        <button
          type="submit"
          className="btn"
          aria-disabled={lonely || enter.isPending}
          aria-describedby={`${id}why`}
        >
          Enter the reading
        </button>{' '}
        <button type="button" className="btn ghost" onClick={props.onCancel}>
          Cancel
        </button>
      </p>
      <p id={`${id}why`} className="quiet">
        {lonely ? 'Say with whom it was read.' : 'You sign it; the letter stays in its stage.'}
      </p>
    </form>
  );
}
