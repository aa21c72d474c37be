import type { Collation, DecisionRequest } from '@chancery/server/api';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Failure } from '../app/failure.js';
import { Icon } from '../app/icon.js';
import { Person } from '../app/person.js';
import { GreyLines } from '../app/slowly.js';
import { useTitle } from '../app/use-title.js';
import { counted } from '../letters/counted.js';
import { Adjudication } from './adjudication.js';
import { DiscrepancyList } from './discrepancy-list.js';
import { isOpen } from './discrepancy-words.js';
import { headingOf } from './heading-of.js';
import { RunningText } from './running-text.js';
import { useCollation } from './use-collation.js';

/** The collation desk of one letter. */
export function CollationPage() {
  const { letterId } = useParams({ from: '/collation/$letterId' });
  const { collation, act, said } = useCollation(letterId);
  useTitle(collation.data ? `Collation – ${headingOf(collation.data)}` : 'Collation');
  if (collation.isError)
    return (
      <main id="main">
        <Failure
          what="The collation could not be opened."
          safe="Both transcriptions are safe."
          error={collation.error}
          onRetry={() => collation.refetch()}
        />
      </main>
    );
  if (!collation.data)
    return (
      <main id="main">
        <GreyLines count={8} label="Opening the collation" />
      </main>
    );
  const { data } = collation;
  return (
    <div className="collation-page">
      <section className="lbar" aria-label="About this collation">
        <Link className="iconbtn" to="/letters/$letterId" params={{ letterId }} aria-label="To the letter">
          <Icon name="left" />
        </Link>
        <h1>{headingOf(data)}</h1>
        <span className="quiet opt">Two independent transcriptions</span>
        <span className="grow" />
        <Progress collation={data} />
        <HandIn collation={data} busy={act.isPending} onHandIn={() => act.mutate({ kind: 'hand-in' })} />
        {data.mayAdjudicate && data.state === 'collating' ? (
          <Make collation={data} busy={act.isPending} onMake={() => act.mutate({ kind: 'make' })} />
        ) : null}
      </section>
      {act.isError ? (
        <div className="band refused" role="alert">
          <Icon name="error" />
          <p>
            <strong>Not saved.</strong> {act.error.message}
          </p>
        </div>
      ) : null}
      <Desk
        collation={data}
        busy={act.isPending}
        onDecide={(place, decision) => act.mutate({ kind: 'decide', place, decision })}
      />
      <footer className="stat">
        {said === '' ? null : (
          <span className="st ok">
            <Icon name="check" />
            {said}
          </span>
        )}
        <span className="grow" />
        <span className="opt">
          <kbd>A</kbd> <kbd>B</kbd> adopt <kbd>O</kbd> other reading <kbd>U</kbd> unclear <kbd>Q</kbd> refer{' '}
          <kbd>J</kbd> <kbd>K</kbd> next, previous <kbd>Z</kbd> take back
        </span>
      </footer>
    </div>
  );
}

function Desk(props: {
  collation: Collation;
  busy: boolean;
  onDecide: (place: number, decision: DecisionRequest | null) => void;
}) {
  const { collation } = props;
  const { discrepancies } = collation;
  const [chosen, setChosen] = useState<number>();
  const work = useRef<HTMLElement>(null);
  const current =
    discrepancies.find(({ place }) => place === chosen) ?? discrepancies.find(isOpen) ?? discrepancies[0];
  const place = current?.place;
  // The keys work from the start, and from one discrepancy to the next, unless the focus is elsewhere.
  useEffect(() => {
    if (place !== undefined && (document.activeElement ?? document.body) === document.body)
      work.current?.querySelector<HTMLElement>('[data-choice="a"]')?.focus();
  }, [place]);

  function move(by: 1 | -1): void {
    if (!current) return;
    const next =
      by === 1
        ? (discrepancies.find((each) => each.place > current.place && isOpen(each)) ??
          discrepancies.find((each) => each.place !== current.place && isOpen(each)) ??
          discrepancies[current.place + 1])
        : discrepancies[current.place - 1];
    if (next) setChosen(next.place);
  }

  return (
    <main id="main" className="collation">
      <section ref={work} className="work" aria-label="Adjudication" data-pane="">
        {current ? (
          <>
            <Adjudication
              key={current.place}
              collation={collation}
              current={current}
              busy={props.busy}
              onDecide={(decision) => {
                props.onDecide(current.place, decision);
                if (decision) move(1);
                else setChosen(current.place);
              }}
              onMove={move}
            />
            <RunningText collation={collation} current={current.place} />
          </>
        ) : (
          <p className="empty">{emptyWords(collation)}</p>
        )}
      </section>
      <aside className="list" aria-label="Discrepancies" data-pane="">
        <h2>Discrepancies</h2>
        <p className="sum quiet">
          {collation.words.all > 0
            ? `${collation.words.agree} of ${counted(collation.words.all, 'word')} agree. ${discrepancies.length === 1 ? '1 place differs' : `${discrepancies.length} places differ`}.`
            : ''}
        </p>
        <DiscrepancyList discrepancies={discrepancies} current={current?.place ?? -1} onChoose={setChosen} />
        <div className="hands">
          {(['a', 'b'] as const).map((slot) => {
            const keying = collation[slot];
            return keying ? (
              <div key={slot}>
                <Person name={keying.by.name} />
                <span>
                  Transcription {slot.toUpperCase()}, {keying.by.name}
                  {keying.handedInAt ? '' : ', not handed in'}
                </span>
                {keying.letterId ? (
                  <Link to="/letters/$letterId" params={{ letterId: keying.letterId }}>
                    Open
                  </Link>
                ) : null}
              </div>
            ) : null;
          })}
          <p className="quiet">Neither transcriber has seen the other’s text.</p>
        </div>
      </aside>
    </main>
  );
}

function emptyWords({ state, a, b, mayAdjudicate }: Collation): string {
  if (state === 'none') return 'This letter is not keyed twice.';
  if (state === 'keying') {
    const missing = a?.handedInAt ? 'B' : b?.handedInAt ? 'A' : 'A and B';
    return `Waiting for transcription ${missing}.`;
  }
  if (!mayAdjudicate) return 'Both transcriptions are handed in. An editor decides where they differ.';
  return 'The transcriptions agree in every word.';
}

function Progress({ collation }: { collation: Collation }) {
  const { discrepancies } = collation;
  if (discrepancies.length === 0) return null;
  const settled = discrepancies.filter((each) => !isOpen(each)).length;
  return (
    <>
      <progress
        className="opt"
        max={discrepancies.length}
        value={settled}
        aria-label="Settled discrepancies"
      />
      <span>
        {settled} of {discrepancies.length} settled
      </span>
    </>
  );
}

function HandIn(props: { collation: Collation; busy: boolean; onHandIn: () => void }) {
  const mine = [props.collation.a, props.collation.b].find((keying) => keying?.mine);
  if (!mine || mine.handedInAt) return null;
  return (
    <button type="button" className="btn primary" disabled={props.busy} onClick={props.onHandIn}>
      Hand my transcription in
    </button>
  );
}

/** The letter is made when nothing is open. Until then the button says what keeps it. */
function Make(props: { collation: Collation; busy: boolean; onMake: () => void }) {
  const open = props.collation.discrepancies.filter(isOpen).length;
  return (
    <button
      type="button"
      className="btn primary"
      aria-disabled={open > 0 || props.busy || undefined}
      aria-describedby="make-why"
      onClick={() => (open === 0 && !props.busy ? props.onMake() : undefined)}
    >
      Make the letter
      <span id="make-why" className="sr">
        {open > 0 ? `${counted(open, 'discrepancy', 'discrepancies')} open` : 'All discrepancies are settled'}
      </span>
    </button>
  );
}
