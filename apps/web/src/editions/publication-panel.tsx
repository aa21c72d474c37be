import type { PublicationAnswer } from '@chancery/server/api';
import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from '../app/icon.js';
import { FoundPlaceLink } from './found-place-link.js';
import { publicationParts } from './publication-parts.js';
import type { usePublication } from './use-publication.js';

/** How the build stands: its progress, then links to what was built, or why it stopped. */
export function PublicationPanel(props: {
  editionId: string;
  publication: ReturnType<typeof usePublication>;
  /** Whether whoever looks at it may stop it. */
  mayStop: boolean;
  /** What is chosen for the next build. */
  children: ReactNode;
}) {
  const { editionId, publication, mayStop, children } = props;
  const { current, busy, error } = publication;
  const failed =
    error?.message ?? (current?.state === 'failed' ? (current.error ?? 'No reason is known.') : undefined);
  // What could not be asked for just now comes before what stopped the last build.
  const stopped = error ? undefined : current?.stopped;
  const panel = useRef<HTMLElement>(null);
  const { isOurs } = publication;
  useEffect(() => {
    // On a narrow screen it stands below the button that was pressed.
    if (isOurs) panel.current?.scrollIntoView({ block: 'nearest' });
  }, [isOurs]);
  return (
    <section ref={panel} aria-labelledby="build-heading">
      <h2 id="build-heading">Build</h2>
      <div className="card build" aria-busy={busy}>
        {busy ? (
          <>
            <Progress progress={publication.running?.progress} />
            {mayStop && publication.running ? (
              <button type="button" className="btn small" onClick={publication.stop}>
                Stop
              </button>
            ) : null}
          </>
        ) : null}
        <div role="status">
          {current?.state === 'done' && !busy ? (
            <p className="st ok">
              <Icon name="check" />
              Published. What was chosen is complete.
            </p>
          ) : null}
          {current?.state === 'cancelled' && !busy ? (
            <p>Stopped. The last complete build remains in place.</p>
          ) : null}
          {!busy && !current && failed === undefined ? (
            <p className="quiet">
              <em>Publish</em> sets every letter, note and piece of front matter into all outputs that are
              chosen.
            </p>
          ) : null}
        </div>
        {failed === undefined ? null : (
          <div role="alert">
            <p className="st err">
              <Icon name="error" />
              The build stopped.
            </p>
            <p className="reason">
              {stopped ? (
                <>
                  <FoundPlaceLink editionId={editionId} place={stopped} />: {stopped.words}
                </>
              ) : (
                failed
              )}
            </p>
            <p className="quiet">The last complete build remains in place.</p>
          </div>
        )}
        {current?.state === 'done' && !busy ? (
          <ul className="outputs">
            {publicationParts.map(({ part, name, what }) => {
              const address = current.links?.[part];
              return address === undefined ? null : (
                <li key={part}>
                  <a href={address}>{name}</a>
                  <span className="quiet">{what}</span>
                </li>
              );
            })}
          </ul>
        ) : null}
        {children}
      </div>
    </section>
  );
}

function Progress({ progress }: { progress: PublicationAnswer['progress'] | undefined }) {
  const share = progress && progress.total > 0 ? progress.done / progress.total : 0;
  return (
    <div className="progress">
      <progress aria-label="Progress of the build" max={1} value={share} />
      <p>
        {[progress?.label || 'Waiting to begin', timeLeft(progress?.secondsLeft ?? null)]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  );
}

/** In words; of a few seconds nothing is worth saying. */
function timeLeft(seconds: number | null): string {
  if (seconds === null || seconds < 5) return '';
  if (seconds < 90) return `about ${Math.ceil(seconds / 5) * 5} seconds left`;
  return `about ${Math.round(seconds / 60)} minutes left`;
}
