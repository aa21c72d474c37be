import { Link, useParams, useSearch } from '@tanstack/react-router';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { useVolume } from '../api/use-volume.js';
import { Failure } from '../app/failure.js';
import { Icon } from '../app/icon.js';
import { ShowMore } from '../app/show-more.js';
import { GreyLines } from '../app/slowly.js';
import { useTitle } from '../app/use-title.js';
import { counted } from '../letters/counted.js';
import { FormFault } from '../sign-in/form-fault.js';
import { LeafRow } from './leaf-row.js';
import { ManifestPanel } from './manifest-panel.js';
import { UploadPanel } from './upload-panel.js';
import { Uploads } from './uploads.js';
import { useImages } from './use-images.js';

/** The images of the leaves of a volume: adding them, their order, and what is told of each. */
export function ImagesPage() {
  const { editionId } = useParams({ from: '/volumes/$editionId/images' });
  const { letter } = useSearch({ from: '/volumes/$editionId/images' });
  const volume = useVolume(editionId);
  const { list, leaves, count, fault, acts, undo, refresh } = useImages(editionId);
  const uploads = useMemo(
    () => new Uploads(editionId, letter, () => void refresh()),
    [editionId, letter, refresh],
  );
  const [open, setOpen] = useState<string>();
  function onKeyDown(event: KeyboardEvent): void {
    const wanted = event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    // What is typed in a field is the field’s to undo.
    if (!wanted || !undo || (event.target instanceof HTMLElement && event.target.matches('input'))) return;
    event.preventDefault();
    undo();
  }

  useTitle(volume.data ? `Images – ${volume.data.label}` : 'Images');
  return (
    <main id="main" className="images-page" data-pane="" onKeyDown={onKeyDown}>
      <div className="head">
        <div>
          <p className="over">{volume.data?.over ?? ' '}</p>
          <h1>Images</h1>
          <p className="quiet">{list.data ? `${counted(count, 'leaf', 'leaves')} of the copy.` : ' '}</p>
        </div>
        {undo ? (
          <button type="button" className="btn small" aria-keyshortcuts="Control+Z" onClick={undo}>
            <Icon name="undo" />
            Undo the last change
          </button>
        ) : null}
      </div>
      {list.isError ? (
        <Failure
          what="The images could not be loaded."
          safe="Nothing was changed."
          error={list.error}
          onRetry={() => void list.refetch()}
        />
      ) : null}
      {/* What is being sent is not lost from sight where the list cannot be had for a while. */}
      {list.isError && !list.data ? null : (
        <>
          {letter === undefined ? null : (
            <p className="for-letter">
              What you add here belongs to{' '}
              <Link to="/letters/$letterId" params={{ letterId: letter }}>
                the letter that you come from
              </Link>
              .
            </p>
          )}
          <UploadPanel uploads={uploads} />
          <ManifestPanel editionId={editionId} letterId={letter} onLinked={() => void refresh()} />
        </>
      )}
      <FormFault error={fault} />
      {list.isPending ? <GreyLines count={6} label="Opening the images" /> : null}
      {list.data && count === 0 ? <p className="empty">No images yet. Add the scans of the copy.</p> : null}
      <ol className="leaf-rows" aria-label="Leaves">
        {leaves.map((leaf, at) => (
          <LeafRow
            key={leaf.id}
            editionId={editionId}
            leaf={leaf}
            isFirst={at === 0}
            isLast={at === count - 1}
            open={open === leaf.id}
            onOpen={(wanted) => setOpen(wanted ? leaf.id : undefined)}
            acts={acts}
          />
        ))}
      </ol>
      <ShowMore list={list} />
    </main>
  );
}
