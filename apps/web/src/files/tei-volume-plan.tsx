import type { MendChoice, TeiVolumePlan } from '@chancery/server/api';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { planTeiVolume, type TeiVolumeSent } from '../api/tei-volume.js';
import { Icon } from '../app/icon.js';
import { GreyLines } from '../app/slowly.js';
import { counted } from '../letters/counted.js';
import { FormFault } from '../sign-in/form-fault.js';
import { FaultList } from './fault-list.js';
import { canComeIn, volumeWords } from './tei-volume-words.js';

/** What files that were chosen would make, and the button that makes it. */
export function TeiVolumePlanPanel(props: {
  sent: TeiVolumeSent;
  bringing: boolean;
  fault: Error | null;
  onBring: (mend: MendChoice) => void;
  onForget: () => void;
}) {
  const { sent, bringing, onBring, onForget } = props;
  const { name, size, lastModified } = sent.archive;
  const [mendLater, setMendLater] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const { data, error, isPending } = useQuery({
    queryKey: ['tei-volume-plan', sent.editionId, name, size, lastModified],
    queryFn: ({ signal }) => planTeiVolume(sent, signal),
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });
  useEffect(() => {
    if (!isPending) heading.current?.focus();
  }, [isPending]);
  const ready = data !== undefined && canComeIn(data, mendLater) && !bringing;
  return (
    <section className="returned" aria-labelledby="volume-plan-heading" aria-busy={isPending}>
      <h2 id="volume-plan-heading" ref={heading} tabIndex={-1}>
        What “{name}” would make
      </h2>
      {isPending ? <GreyLines count={3} label="The files are being read" /> : null}
      <FormFault error={error ?? props.fault} />
      {data ? <Plan plan={data} mendLater={mendLater} onMendLater={setMendLater} /> : null}
      <div className="do">
        {data && data.errors === 0 ? (
          <button
            type="button"
            className="btn primary"
            aria-disabled={!ready || undefined}
            onClick={() => (ready ? onBring(mendLater ? 'later' : 'none') : undefined)}
          >
            {bringing ? 'Bringing it in …' : 'Bring in'}
          </button>
        ) : null}
        <button
          type="button"
          className="btn ghost"
          aria-disabled={bringing || undefined}
          onClick={() => {
            if (bringing) return;
            onForget();
          }}
        >
          {isPending ? 'Cancel' : 'Forget these files'}
        </button>
      </div>
    </section>
  );
}

function Plan(props: { plan: TeiVolumePlan; mendLater: boolean; onMendLater: (later: boolean) => void }) {
  const { plan, mendLater, onMendLater } = props;
  const { errors, toMend, warnings, sameAs } = plan;
  const id = useId();
  return (
    <>
      <ul className="told">
        {volumeWords(plan).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {sameAs ? (
        <p className="st warn">
          <Icon name="warning" />
          <span>
            “{sameAs.title}”, a volume of the same name, is here already, and stays as it is: these files
            would make a second one. What was changed in its letters is brought back under{' '}
            <Link to="/volumes/$editionId/files" params={{ editionId: sameAs.id }}>
              its Letters as files
            </Link>
            .
          </span>
        </p>
      ) : null}
      <Findings plan={plan} kind="error" count={errors} look="err">
        {counted(errors, 'mistake')}. Nothing is brought in while there is one: mend the files, and choose
        them again.
      </Findings>
      <Findings plan={plan} kind="to-mend" count={toMend} look={errors > 0 ? 'err' : 'warn'}>
        {counted(toMend, 'file is', 'files are')} not well-formed and no letter yet. Mend{' '}
        {toMend === 1 ? 'it' : 'them'} and choose the files again, or do so at the desk.
      </Findings>
      {toMend > 0 && errors === 0 ? (
        <label className="mend-later" htmlFor={id}>
          <input
            id={id}
            type="checkbox"
            checked={mendLater}
            onChange={({ currentTarget }) => onMendLater(currentTarget.checked)}
          />
          Bring the volume in all the same, and mend {toMend === 1 ? 'this file' : 'these files'} at the desk
        </label>
      ) : null}
      <Findings plan={plan} kind="warning" count={warnings} look="warn">
        {counted(warnings, 'thing')} to look at afterwards. The volume can be brought in as it is.
      </Findings>
    </>
  );
}

function Findings(props: {
  plan: TeiVolumePlan;
  kind: TeiVolumePlan['findings'][number]['kind'];
  count: number;
  look: 'err' | 'warn';
  children: ReactNode;
}) {
  const { plan, kind, count, look, children } = props;
  if (count === 0) return null;
  const faults = plan.findings
    .filter((finding) => finding.kind === kind)
    .map(({ advice, message, ...place }) => ({ ...place, message: `${message} ${advice}` }));
  return (
    <div role={kind === 'error' ? 'alert' : undefined}>
      <p className={`st ${look}`}>
        <Icon name={look === 'err' ? 'error' : 'warning'} />
        <span>{children}</span>
      </p>
      <FaultList faults={faults} count={count} />
    </div>
  );
}
