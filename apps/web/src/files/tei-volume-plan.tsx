import type { TeiVolumePlan } from '@chancery/server/api';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { planTeiVolume, type TeiVolumeChoice } from '../api/tei-volume.js';
import { Icon } from '../app/icon.js';
import { GreyLines } from '../app/slowly.js';
import { counted } from '../letters/counted.js';
import { Field } from '../sign-in/field.js';
import { FormFault } from '../sign-in/form-fault.js';
import { FaultList } from './fault-list.js';
import { canComeIn, volumeWords } from './tei-volume-words.js';

/** What files that were chosen would make, and the button that makes it. */
export function TeiVolumePlanPanel(props: {
  /** Of the files that were chosen. */
  archive: File;
  bringing: boolean;
  fault: Error | null;
  onBring: (choice: TeiVolumeChoice) => void;
  onForget: () => void;
}) {
  const { archive, bringing, onBring, onForget } = props;
  const { name, size, lastModified } = archive;
  const [mendLater, setMendLater] = useState(false);
  const [given, setGiven] = useState<string>();
  const [untitled, setUntitled] = useState(false);
  const titleField = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { data, error, isPending } = useQuery({
    queryKey: ['tei-volume-plan', name, size, lastModified],
    queryFn: ({ signal }) => planTeiVolume(archive, signal),
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });
  useEffect(() => {
    if (!isPending) heading.current?.focus();
  }, [isPending]);
  const ready = data !== undefined && canComeIn(data, mendLater) && !bringing;
  const offers = data !== undefined && data.errors === 0 && data.documents > 0;
  const title = given ?? data?.title ?? '';

  function bring(event: FormEvent): void {
    event.preventDefault();
    if (!ready) return;
    const mend = mendLater ? 'later' : 'none';
    if (data.isTitled) onBring({ mend });
    else if (title.trim() !== '') onBring({ mend, title: title.trim() });
    else {
      setUntitled(true);
      titleField.current?.focus();
    }
  }

  return (
    <section className="returned" aria-labelledby="volume-plan-heading" aria-busy={isPending}>
      <h2 id="volume-plan-heading" ref={heading} tabIndex={-1}>
        What “{name}” would make
      </h2>
      {isPending ? <GreyLines count={3} label="The files are being read" /> : null}
      <FormFault error={error ?? props.fault} />
      <form noValidate onSubmit={bring}>
        {data ? <Plan plan={data} mendLater={mendLater} onMendLater={setMendLater} /> : null}
        {offers && !data.isTitled ? (
          <Field
            ref={titleField}
            label="Title of the volume"
            hint="As the desk and the edition call it."
            required
            maxLength={300}
            value={title}
            fault={untitled ? 'Give the volume a title.' : undefined}
            onChange={({ target }) => {
              setGiven(target.value);
              setUntitled(false);
            }}
          />
        ) : null}
        <div className="do">
          {offers ? (
            <button type="submit" className="btn primary" aria-disabled={!ready || undefined}>
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
      </form>
    </section>
  );
}

function Plan(props: { plan: TeiVolumePlan; mendLater: boolean; onMendLater: (later: boolean) => void }) {
  const { plan, mendLater, onMendLater } = props;
  const { documents, errors, toMend, warnings, sameAs } = plan;
  const isEmpty = documents === 0 && errors === 0;
  const id = useId();
  const told = volumeWords(plan);
  return (
    <>
      {told.length > 0 ? (
        <ul className="told">
          {told.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      {isEmpty ? (
        <p className="st err" role="alert">
          <Icon name="error" />
          <span>
            No document could be read, and a volume with nothing in it is not made.{' '}
            {toMend > 0
              ? 'Mend the files named here, and choose them again.'
              : 'Choose the files of its documents with these.'}
          </span>
        </p>
      ) : null}
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
      <Findings plan={plan} kind="to-mend" count={toMend} look={errors > 0 || isEmpty ? 'err' : 'warn'}>
        {counted(toMend, 'file is', 'files are')} not well-formed and no letter yet.{' '}
        {isEmpty
          ? null
          : `Mend ${toMend === 1 ? 'it' : 'them'} and choose the files again, or do so at the desk.`}
      </Findings>
      {toMend > 0 && errors === 0 && !isEmpty ? (
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
