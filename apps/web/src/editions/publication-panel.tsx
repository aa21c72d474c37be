import type { ReactNode } from 'react';
import { Icon } from '../app/icon.js';
import { publicationParts } from './publication-parts.js';
import type { usePublication } from './use-publication.js';

/** How the build stands: its progress, then links to what was built, or why it stopped. */
export function PublicationPanel(props: {
  publication: ReturnType<typeof usePublication>;
  /** What is chosen for the next build. */
  children: ReactNode;
}) {
  const { publication, children } = props;
  const { current, busy, error } = publication;
  const failed =
    error?.message ?? (current?.state === 'failed' ? (current.error ?? 'No reason is known.') : undefined);
  return (
    <section aria-labelledby="build-heading">
      <h2 id="build-heading">Build</h2>
      <div className="card build" aria-busy={busy}>
        {busy ? <Progress progress={publication.running?.progress} /> : null}
        <div role="status">
          {current?.state === 'done' && !busy ? (
            <p className="st ok">
              <Icon name="check" />
              Published. What was chosen is complete.
            </p>
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
            <p className="reason">{failed}</p>
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

function Progress({ progress }: { progress: { done: number; total: number; label: string } | undefined }) {
  const share = progress && progress.total > 0 ? progress.done / progress.total : 0;
  return (
    <div className="progress">
      <progress aria-label="Progress of the build" max={1} value={share} />
      <p>{progress?.label || 'Waiting to begin'}</p>
    </div>
  );
}
