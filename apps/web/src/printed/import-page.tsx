import type { PrintedAnswer } from '@chancery/server/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { bringIn, cancelPrintedImport, type ImportAddress } from '../api/printed.js';
import { useVolume } from '../api/use-volume.js';
import { announce } from '../app/announce.js';
import { Confirm } from '../app/confirm.js';
import { Failure } from '../app/failure.js';
import { Icon } from '../app/icon.js';
import { GreyLines } from '../app/slowly.js';
import { useTitle } from '../app/use-title.js';
import { counted } from '../letters/counted.js';
import { FormFault } from '../sign-in/form-fault.js';
import { BroughtActs } from './brought-acts.js';
import { DoubtQueue } from './doubt-queue.js';
import { LineAccount } from './line-account.js';
import { importLink, printedLink } from './printed-links.js';
import { RulesPanel } from './rules-panel.js';
import { cancelledWords, sameWords } from './sent-words.js';
import { usePrinted } from './use-printed.js';

const views = [
  ['doubts', 'Doubts'],
  ['lines', 'All lines'],
  ['left', 'Not in the text'],
  ['documents', 'Letters found'],
  ['rules', 'Rules'],
] as const;

/** The text of a printed volume on its way to letters. */
export function PrintedImportPage() {
  const { editionId, importId = '' } = useParams({ strict: false });
  const address = { editionId, importId };
  const volume = useVolume(address.editionId);
  const { text, change, reread } = usePrinted(address);
  const [view, setView] = useState<(typeof views)[number][0]>('doubts');
  const [brought, setBrought] = useState('');
  const { data } = text;
  useTitle(data ? `Printed volume – ${data.name}` : 'Printed volume');
  const isDone = data !== undefined && data.edition !== null && !data.corrected;
  return (
    <main id="main" className="printed-page" data-pane="">
      <div className="head">
        <div>
          <p className="over">{volume.data?.over ?? ' '}</p>
          <h1>{data?.name ?? 'Printed volume'}</h1>
          <p className="quiet">{data ? summary(data) : ' '}</p>
        </div>
        {data ? <Acts address={address} data={data} busy={change.isPending} onBrought={setBrought} /> : null}
      </div>
      {brought ? <p className="brought">{brought}</p> : null}
      {data?.sameAs ? (
        <p className="st warn same">
          <Icon name="warning" />
          <span>
            {sameWords(data.sameAs)} Brought in both, its letters stand in two volumes.{' '}
            <Link {...importLink({ editionId, importId: data.sameAs.id })}>Open the first</Link>
          </span>
        </p>
      ) : null}
      {data ? <NotRead left={data.left} /> : null}
      {text.isPending ? <GreyLines count={8} label="Reading the text" /> : null}
      {text.isError ? (
        <Failure
          what="The text could not be read."
          safe="Nothing was changed."
          error={text.error}
          onRetry={() => void text.refetch()}
        />
      ) : null}
      {data ? (
        <>
          <FormFault error={change.error} />
          <fieldset className="views">
            <legend className="sr">Show</legend>
            {views
              .filter(([name]) => name !== 'left' || data.left.length > 0)
              .map(([name, label]) => (
                <button
                  key={name}
                  type="button"
                  className="btn small"
                  aria-pressed={view === name}
                  onClick={() => setView(name)}
                >
                  {label}
                </button>
              ))}
          </fieldset>
          {view === 'doubts' ? (
            <DoubtQueue queue={data.queue} off={isDone} onChange={(what) => change.mutate(what)} />
          ) : null}
          {view === 'lines' ? <LineAccount address={address} counts={data.summary.lines} /> : null}
          {view === 'left' ? <LeftOut left={data.left} /> : null}
          {view === 'documents' ? <Documents documents={data.documents} /> : null}
          {view === 'rules' ? (
            <RulesPanel
              address={address}
              rules={data.rules}
              off={isDone || change.isPending}
              reread={reread}
              onUse={(rules) => change.mutate({ kind: 'rules', rules })}
            />
          ) : null}
        </>
      ) : null}
    </main>
  );
}

function summary({ summary: { documents, lines, doubts, unmet } }: PrintedAnswer): string {
  const waiting = lines['in the queue'];
  return [
    `${counted(documents, 'letter')} found.`,
    `${counted(lines.used, 'line')} used, ${lines.excluded} left out with a reason${waiting > 0 ? `, ${waiting} without a place yet` : ''}.`,
    `${counted(doubts.open, 'doubt')} open, ${doubts.decided} decided.`,
    unmet > 0 ? `${counted(unmet, 'decision')} on lines that are there no more, or in doubt no more.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function Acts(props: {
  address: ImportAddress;
  data: PrintedAnswer;
  busy: boolean;
  onBrought: (words: string) => void;
}) {
  const { address, data, busy, onBrought } = props;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [asks, setAsks] = useState(false);
  const cancel = useMutation({
    mutationFn: () => cancelPrintedImport(address),
    onSuccess: async () => {
      await navigate({
        ...printedLink(address.editionId),
        search: { cancelled: true },
        replace: true,
      });
      announce(cancelledWords);
    },
  });
  const bring = useMutation({
    mutationFn: () => bringIn(address),
    onSuccess: async (editionId) => {
      await queries.invalidateQueries({ queryKey: ['editions'] });
      await navigate({ to: '/volumes/$editionId', params: { editionId } });
      announce('The letters are brought in, as a volume of their own.');
    },
  });
  const open = data.summary.doubts.open;
  if (data.edition !== null)
    return (
      <BroughtActs
        address={address}
        data={{ ...data, edition: data.edition }}
        busy={busy}
        onBrought={onBrought}
      />
    );
  const ready = open === 0 && !busy && !bring.isPending;
  return (
    <div className="acts">
      <FormFault error={bring.error ?? cancel.error} />
      {asks ? (
        <Confirm
          question="Cancel this import? What was decided is forgotten; no letter is touched."
          answer="Cancel the import"
          refusal="Go on with it"
          busy={cancel.isPending}
          onYes={() => cancel.mutate()}
          onNo={() => setAsks(false)}
        />
      ) : (
        <button type="button" className="btn ghost" onClick={() => setAsks(true)}>
          Cancel the import
        </button>
      )}
      <button
        type="button"
        className="btn primary"
        aria-disabled={!ready || undefined}
        aria-describedby="bring-why"
        onClick={() => (ready ? bring.mutate() : undefined)}
      >
        Bring in
      </button>
      <small id="bring-why" className="quiet">
        {open > 0
          ? `Once ${open === 1 ? 'the doubt is' : `all ${open} doubts are`} decided`
          : 'As a volume of its own'}
      </small>
    </div>
  );
}

/** So many are named at the head of the page; all of them stand under “Not in the text”. */
const mostNamed = 5;

/** Files that were sent with the others and are not among the letters, with the reason. */
function NotRead({ left }: { left: PrintedAnswer['left'] }) {
  const files = left.filter(({ code }) => code === 'refused' || code === 'doubled');
  if (files.length === 0) return null;
  return (
    <section className="not-read" aria-label="Files that are not among the letters">
      <p className="st warn">
        <Icon name="warning" />
        {counted(files.length, 'file is', 'files are')} not among the letters. The others are read.
      </p>
      <ul>
        {files.slice(0, mostNamed).map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
        {files.length > mostNamed ? <li>{files.length - mostNamed} more, under “Not in the text”</li> : null}
      </ul>
    </section>
  );
}

/** What of a document of a word processor has no place in the text. */
function LeftOut({ left }: { left: PrintedAnswer['left'] }) {
  return (
    <div className="line-account">
      <table aria-label="Not in the text">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">What, and what became of it</th>
          </tr>
        </thead>
        <tbody>
          {left.map(({ line, message }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is as the document was when it was sent
            <tr key={at}>
              <td className="n">{line}</td>
              <td className="words">{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Documents({ documents }: { documents: PrintedAnswer['documents'] }) {
  if (documents.length === 0)
    return <p className="empty">No letter was found. Look at the rules for numbers and titles.</p>;
  return (
    <div className="line-account">
      <table aria-label="Letters found">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Number</th>
            <th scope="col">Title</th>
            <th scope="col">Date</th>
          </tr>
        </thead>
        <tbody>
          {documents.map(({ id, line, number, title, when }) => (
            <tr key={id}>
              <td className="n">{line}</td>
              <td>{number}</td>
              <td className="words">{title ?? id}</td>
              <td>{when}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
