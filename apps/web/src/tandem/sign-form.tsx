import type { LetterDetail, ReadingEntry } from '@chancery/server/api';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { getMembers } from '../api/client.js';
import { enterReading } from '../api/stages.js';
import { useSession } from '../api/use-session.js';
import { Refused } from '../app/refused.js';
import { counted } from '../letters/counted.js';
import { plainReading, ReadingFields } from '../stages/reading-fields.js';
import { standingChanged } from '../stages/use-standing.js';

/**
 * Whoever has held the copy signs what was read in tandem: it is entered in the verification ledger, and the reader is asked to
 * sign it in their own session.
 */
export function SignForm(props: {
  letter: LetterDetail;
  stops: readonly string[];
  onDone: () => void;
  onCancel: () => void;
}) {
  const { letter, stops } = props;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [reading, setReading] = useState<ReadingEntry>({
    ...plainReading,
    method: 'tandem',
    changes:
      stops.length === 0 ? '' : `${counted(stops.length, 'stop')}: ${stops.join('; ')}`.slice(0, 4_000),
  });
  const [holder, setHolder] = useState(false);
  const me = useSession().data;
  const { editionId } = letter;
  const members = useQuery({ queryKey: ['members', editionId], queryFn: () => getMembers(editionId) });
  const partner = members.data?.find((each) => each.id === reading.partnerId)?.name;
  useEffect(() => heading.current?.focus(), []);
  const sign = useMutation({
    mutationFn: () => enterReading(letter.id, reading),
    onSuccess: (now) => {
      standingChanged(letter, now);
      props.onDone();
    },
  });
  const complete = holder && reading.partnerId !== null;
  return (
    <form
      className="stage-form sign-form"
      aria-labelledby={`${id}heading`}
      onSubmit={(event) => {
        event.preventDefault();
        if (complete && !sign.isPending) sign.mutate();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2 id={`${id}heading`} ref={heading} tabIndex={-1}>
        The letter is read. {stops.length === 0 ? 'No stops.' : `${counted(stops.length, 'stop')}.`} You sign
        first.
      </h2>
      <ReadingFields editionId={editionId} reading={reading} onChange={setReading} fixedMethod />
      <p className="tick">
        <input
          id={`${id}holder`}
          type="checkbox"
          checked={holder}
          onChange={(event) => setHolder(event.target.checked)}
        />
        <label htmlFor={`${id}holder`}>{me?.name}: I have held the copy</label>
      </p>
      <Refused error={sign.error} />
      <p className="do">
        <button
          type="submit"
          className="btn primary"
          aria-disabled={!complete || sign.isPending}
          aria-describedby={`${id}why`}
        >
          Sign the reading
        </button>
        <button type="button" className="btn ghost" onClick={props.onCancel}>
          Back to the last sentence
        </button>
      </p>
      <p id={`${id}why`} className="quiet">
        {complete
          ? `${partner ?? 'The reader'} finds the reading in their inbox, and signs it there.`
          : 'Say with whom it was read, and that you have held the copy.'}
      </p>
    </form>
  );
}
