import { useId, useState } from 'react';
import { Refused } from '../app/refused.js';
import { counted } from '../letters/counted.js';
import { nextNumber } from './next-number.js';
import type { usePublication } from './use-publication.js';
import type { Releases } from './use-releases.js';

/** Signs the edition off as a release, with its number and a note. */
export function ReleaseForm(props: { releases: Releases; publication: ReturnType<typeof usePublication> }) {
  const { releases, publication } = props;
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const [note, setNote] = useState('');
  const { signing } = releases;
  const number = typed ?? nextNumber(releases.list.map((each) => each.number));
  const why = whyNot(releases, note, publication.busy);
  return (
    <section aria-labelledby={`${id}heading`}>
      <h2 id={`${id}heading`}>Release</h2>
      <form
        className="card build release-form"
        aria-labelledby={`${id}heading`}
        onSubmit={(event) => {
          event.preventDefault();
          if (why !== undefined || signing.isPending) return;
          signing.mutate(
            { number: number.trim(), note },
            {
              onSuccess: () => {
                setTyped(undefined);
                setNote('');
              },
            },
          );
        }}
      >
        <p>
          <label htmlFor={`${id}number`}>Number</label>
          <input
            id={`${id}number`}
            className="field"
            inputMode="decimal"
            maxLength={9}
            value={number}
            onChange={(event) => setTyped(event.target.value)}
          />
        </p>
        <p>
          <label htmlFor={`${id}note`}>Note</label>
          <textarea
            id={`${id}note`}
            className="field"
            rows={2}
            maxLength={4_000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </p>
        <Refused error={signing.error} />
        <button
          type="submit"
          className="btn primary"
          aria-disabled={why !== undefined || signing.isPending}
          aria-describedby={`${id}why`}
        >
          Sign off and release {number}
        </button>
        <p id={`${id}why`} className="quiet">
          {why ?? 'A release is never changed: corrections go into the next one.'}
        </p>
      </form>
    </section>
  );
}

/** Why nothing can be released just now, for people. */
function whyNot({ preflight, acknowledged }: Releases, note: string, busy: boolean): string | undefined {
  if (busy) return 'The press is at work. Wait until it is done.';
  if (!preflight) return 'The preflight is being read.';
  const of = (state: string) => preflight.checks.filter((check) => check.state === state).length;
  const open = of('warning') - acknowledged.length;
  if (of('error') > 0)
    return `Opens when ${counted(of('error'), 'error')} of the preflight ${of('error') === 1 ? 'is' : 'are'} mended.`;
  if (open > 0)
    return `Opens when ${counted(open, 'warning')} of the preflight ${open === 1 ? 'is' : 'are'} acknowledged.`;
  return note.trim() === '' ? 'Say in a few words what this release is: who reads it is told.' : undefined;
}
