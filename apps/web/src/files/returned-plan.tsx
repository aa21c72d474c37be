import type { ReturnedOutcome, ReturnedPlan, SeriesChoice } from '@chancery/server/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { bringBack, planReturn } from '../api/letter-files.js';
import { Icon } from '../app/icon.js';
import { GreyLines } from '../app/slowly.js';
import { counted } from '../letters/counted.js';
import { FormFault } from '../sign-in/form-fault.js';
import { FaultList } from './fault-list.js';
import { doesAnything, planWords, seriesDifferences } from './return-words.js';
import { SeriesDecision } from './series-choice.js';

/** What files that were chosen would do, and the button that does it. */
export function ReturnedPlanPanel(props: {
  editionId: string;
  archive: File;
  onBrought: (came: ReturnedOutcome) => void;
  onForget: () => void;
}) {
  const { editionId, archive, onBrought, onForget } = props;
  const [series, setSeries] = useState<SeriesChoice>('as-there');
  const heading = useRef<HTMLHeadingElement>(null);
  const queries = useQueryClient();
  const plan = useQuery({
    queryKey: ['returned-plan', editionId, archive.name, archive.size, archive.lastModified, series],
    queryFn: () => planReturn(editionId, archive, series),
    placeholderData: (before) => before,
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const bring = useMutation({
    mutationFn: () => bringBack(editionId, archive, series),
    onSuccess: async (came) => {
      // All that is shown of the letters elsewhere; the files would be sent again.
      await queries.invalidateQueries({ predicate: ({ queryKey: [what] }) => what !== 'returned-plan' });
      onBrought(came);
    },
  });
  const { data } = plan;
  const isTold = data !== undefined;
  useEffect(() => {
    if (!isTold) return;
    heading.current?.focus();
  }, [isTold]);
  const toDo = data !== undefined && data.faults.length === 0 && doesAnything(data);
  const ready = toDo && !plan.isFetching && !bring.isPending;
  return (
    <section className="returned" aria-labelledby="returned-heading" aria-busy={plan.isFetching}>
      <h2 id="returned-heading" ref={heading} tabIndex={-1}>
        What “{archive.name}” would do
      </h2>
      {plan.isPending ? <GreyLines count={3} label="The files are being compared with the letters" /> : null}
      <FormFault error={plan.error ?? bring.error} />
      {data && !plan.isError ? (
        <>
          {data.faults.length > 0 ? <Faults faults={data.faults} /> : <Words plan={data} />}
          <Decision plan={data} choice={series} onChoose={setSeries} />
        </>
      ) : null}
      <div className="do">
        {toDo ? (
          <button
            type="button"
            className="btn primary"
            aria-disabled={!ready || undefined}
            onClick={() => (ready ? bring.mutate() : undefined)}
          >
            {bring.isPending ? 'Bringing them back …' : 'Bring them back'}
          </button>
        ) : null}
        <button
          type="button"
          className="btn ghost"
          aria-disabled={bring.isPending || undefined}
          onClick={() => {
            if (bring.isPending) return;
            onForget();
          }}
        >
          Forget these files
        </button>
      </div>
    </section>
  );
}

function Words({ plan }: { plan: ReturnedPlan }) {
  return (
    <ul className="told">
      {planWords(plan).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
      {doesAnything(plan) ? null : <li>Nothing is to be brought back.</li>}
    </ul>
  );
}

function Faults({ faults }: { faults: ReturnedPlan['faults'] }) {
  return (
    <div role="alert">
      <p className="st err">
        <Icon name="error" />
        <span>
          {counted(faults.length, 'mistake')}. Nothing is brought back while there is one: mend the files, and
          send them again.
        </span>
      </p>
      <FaultList faults={faults} />
    </div>
  );
}

function Decision(props: {
  plan: ReturnedPlan;
  choice: SeriesChoice;
  onChoose: (choice: SeriesChoice) => void;
}) {
  const differences = seriesDifferences(props.plan.ofSeries);
  if (differences.length === 0) return null;
  return <SeriesDecision differences={differences} choice={props.choice} onChoose={props.onChoose} />;
}
