import type { PublicationPart } from '@chancery/server/api';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { getCalendar, getLines } from '../api/calendar.js';
import { useVolume } from '../api/use-volume.js';
import { Failure } from '../app/failure.js';
import { Icon } from '../app/icon.js';
import { GreyLines } from '../app/slowly.js';
import { useTitle } from '../app/use-title.js';
import { frontPieces, notePieces, shownLetter } from '../letters/calendar-lines.js';
import { FindingCounts } from '../letters/finding-counts.js';
import type { ShownLine } from '../letters/letter-line.js';
import { ErrataPanel } from './errata-panel.js';
import { PartsChoice } from './parts-choice.js';
import { PreflightPanel } from './preflight-panel.js';
import { PublicationPanel } from './publication-panel.js';
import { usualParts } from './publication-parts.js';
import { ReleaseForm } from './release-form.js';
import { ReleaseList } from './release-list.js';
import { SchemasPanel } from './schemas-panel.js';
import { usePublication } from './use-publication.js';
import { useReleases } from './use-releases.js';

const all = { words: '', mine: 'false', findings: 'false' } as const;

/** So many letters are listed; of a larger volume the calendar shows the rest. */
const mostShown = 200;

/** What goes out: the letters as they stand, set as web pages and as the print volume. */
export function EditionsPage() {
  const { editionId } = useParams({ from: '/volumes/$editionId/editions' });
  const volume = useVolume(editionId);
  const contents = useQuery({
    queryKey: ['volume', editionId, 'contents'],
    queryFn: async () => {
      const part = { offset: 0, limit: mostShown };
      const [calendar, lines, worst] = await Promise.all([
        getCalendar(editionId, all),
        getLines(editionId, all, { order: 'place', descending: false }, part),
        getLines(editionId, { ...all, findings: 'true' }, { order: 'findings', descending: true }, part),
      ]);
      const withErrors = worst.filter(({ findings }) => (findings?.errors ?? 0) > 0).length;
      return { calendar, lines: lines.map(shownLetter), withErrors };
    },
  });
  const [chosen, setChosen] = useState<readonly PublicationPart[]>(usualParts);
  const publication = usePublication(editionId, volume.data?.publication ?? null);
  const releases = useReleases(editionId, publication, volume.data?.mayPublish ?? false);
  useTitle(volume.data ? `Editions – ${volume.data.label}` : 'Editions');
  const front = contents.data?.calendar.front ?? null;
  const pieces: readonly ShownLine[] = [
    ...(front ? frontPieces(front) : []),
    ...(contents.data?.lines ?? []),
    ...(front && (contents.data?.calendar.letters ?? 0) <= mostShown ? notePieces(front) : []),
  ];
  const withErrors = contents.data?.withErrors ?? 0;
  const more = (contents.data?.calendar.letters ?? 0) - (contents.data?.lines.length ?? 0);
  return (
    <main id="main" className="editions-page" data-pane="">
      <div className="head">
        <div>
          <p className="over">{volume.data?.over ?? ' '}</p>
          <h1>{volume.data ? 'Editions' : ' '}</h1>
          <p className="quiet">
            {volume.data
              ? `${volume.data.title}. Set from the letters as they are saved now; the last complete build stays in place until the new one is complete.`
              : ' '}
          </p>
        </div>
        <div className="acts">
          <Link className="btn" to="/volumes/$editionId/emendations" params={{ editionId }}>
            Emendations
          </Link>
          {volume.data?.mayPublish ? (
            <>
              <a
                className="btn"
                href={`/api/editions/${encodeURIComponent(editionId)}/proof.pdf`}
                target="_blank"
                rel="noopener"
              >
                Proof of the volume<span className="sr">, a PDF in a new window</span>
              </a>
              <button
                type="button"
                className="btn primary"
                aria-disabled={publication.busy || chosen.length === 0}
                onClick={() =>
                  publication.busy || chosen.length === 0 ? undefined : publication.start(chosen)
                }
              >
                Publish
              </button>
            </>
          ) : null}
        </div>
      </div>
      {volume.isPending || contents.isPending ? <GreyLines count={5} label="Opening the volume" /> : null}
      {volume.isError || contents.isError ? (
        <Failure
          what="The volume could not be loaded."
          safe="Nothing that was saved is touched."
          error={volume.error ?? contents.error}
          onRetry={() => Promise.all([volume.refetch(), contents.refetch()])}
        />
      ) : null}
      {volume.data && contents.data ? (
        <div className="editions-grid">
          <div className="column">
            {releases.preflight ? <PreflightPanel editionId={editionId} releases={releases} /> : null}
            {releases.latest && volume.data.mayPublish ? (
              <ErrataPanel editionId={editionId} since={releases.latest} />
            ) : null}
          </div>
          <div className="side">
            <PublicationPanel
              editionId={editionId}
              publication={publication}
              mayStop={volume.data?.mayPublish ?? false}
            >
              {volume.data.mayPublish ? <PartsChoice chosen={chosen} onChoose={setChosen} /> : null}
            </PublicationPanel>
            {releases.mayRelease ? <ReleaseForm releases={releases} publication={publication} /> : null}
            <ReleaseList editionId={editionId} releases={releases} />
            <SchemasPanel editionId={editionId} maySet={volume.data.maySetSchemas} />
          </div>
          <section className="all-pieces" aria-labelledby="contents-heading">
            <h2 id="contents-heading">
              Contents <span className="quiet">in the order of the volume</span>
            </h2>
            {withErrors > 0 ? (
              <p className="remark">
                <span className="st warn">
                  <Icon name="warning" /> With errors
                </span>{' '}
                {withErrors === 1
                  ? 'One letter has errors.'
                  : `${withErrors === mostShown ? `At least ${withErrors}` : withErrors} letters have errors.`}{' '}
                They are set as they stand.
              </p>
            ) : null}
            <ol className="card contents">
              {pieces.map((line) => (
                <li key={`${line.id}#${line.anchor ?? ''}`}>
                  <span className="c-no">{line.numberSupplied ? `[${line.number}]` : line.number}</span>
                  <span className="t">
                    <Link
                      to="/letters/$letterId"
                      params={{ letterId: line.id }}
                      {...(line.anchor === undefined ? {} : { hash: line.anchor })}
                    >
                      {line.title}
                    </Link>
                    {line.titleSupplied ? '*' : ''}
                  </span>
                  <FindingCounts line={line} none="no findings" />
                </li>
              ))}
            </ol>
            {more > 0 ? (
              <p className="quiet">
                And {more} more:{' '}
                <Link to="/volumes/$editionId" params={{ editionId }}>
                  all letters
                </Link>
                .
              </p>
            ) : null}
          </section>
        </div>
      ) : null}
    </main>
  );
}
