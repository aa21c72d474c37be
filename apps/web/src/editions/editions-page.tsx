import { Link, useParams } from '@tanstack/react-router';
import { useVolume } from '../api/use-volume.js';
import { Failure } from '../app/failure.js';
import { Icon } from '../app/icon.js';
import { GreyLines } from '../app/slowly.js';
import { useTitle } from '../app/use-title.js';
import { FindingCounts } from '../letters/finding-counts.js';
import { isLetter } from '../letters/letter-line.js';
import { PublicationPanel } from './publication-panel.js';
import { SchemasPanel } from './schemas-panel.js';
import { usePublication } from './use-publication.js';

/** What goes out: the letters as they stand, set as web pages and as the print volume. */
export function EditionsPage() {
  const { editionId } = useParams({ from: '/volumes/$editionId/editions' });
  const volume = useVolume(editionId);
  const publication = usePublication(editionId, volume.data?.publication ?? null);
  useTitle(volume.data ? `Editions – ${volume.data.label}` : 'Editions');
  const pieces = volume.data?.lines ?? [];
  const withErrors = pieces.filter((line) => isLetter(line) && line.errors > 0);
  return (
    <main id="main" className="editions-page" data-pane="">
      <div className="head">
        <div>
          <p className="over">{volume.data?.over ?? ' '}</p>
          <h1>{volume.data ? 'Web edition and print volume' : ' '}</h1>
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
          <button
            type="button"
            className="btn primary"
            aria-disabled={publication.busy || !volume.data?.mayPublish}
            onClick={() => (publication.busy || !volume.data?.mayPublish ? undefined : publication.start())}
          >
            Publish
          </button>
        </div>
      </div>
      {volume.isPending ? <GreyLines count={5} label="Opening the volume" /> : null}
      {volume.isError ? (
        <Failure
          what="The volume could not be loaded."
          safe="Nothing that was saved is touched."
          error={volume.error}
          onRetry={volume.refetch}
        />
      ) : null}
      {volume.data ? (
        <div className="editions-grid">
          <section aria-labelledby="contents-heading">
            <h2 id="contents-heading">
              Contents <span className="quiet">in the order of the volume</span>
            </h2>
            {withErrors.length > 0 ? (
              <p className="remark">
                <span className="st warn">
                  <Icon name="warning" /> With errors
                </span>{' '}
                {withErrors.length === 1
                  ? 'One letter has errors.'
                  : `${withErrors.length} letters have errors.`}{' '}
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
          </section>
          <div className="side">
            <PublicationPanel publication={publication} />
            <SchemasPanel editionId={editionId} maySet={volume.data.maySetSchemas} />
          </div>
        </div>
      ) : null}
    </main>
  );
}
