import { useEffect, useRef } from 'react';
import { announce } from '../app/announce.js';
import { DropZone } from '../app/drop-zone.js';
import { Icon } from '../app/icon.js';
import { counted } from '../letters/counted.js';
import { useStore } from '../store/use-store.js';
import { droppedFiles } from './dropped-files.js';
import { uploadsWords } from './upload-words.js';
import { isUnderWay, type Upload, type UploadState, type Uploads } from './uploads.js';

/** Files are dropped or chosen here; below stands how far each is, and what is wrong with those that were not taken. */
export function UploadPanel({ uploads }: { uploads: Uploads }) {
  const all = useStore(uploads.all);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const underWay = all.filter(({ state }) => isUnderWay(state)).length;
  const failed = all.filter(({ state }) => state.kind === 'failed').length;
  const settled = all.length - underWay;
  const settledWords = all.length > 0 && underWay === 0 ? uploadsWords(all) : undefined;
  useEffect(() => {
    if (settledWords !== undefined) announce(settledWords);
  }, [settledWords]);

  function take(input: HTMLInputElement, ofFolder: boolean): void {
    uploads.add([...(input.files ?? [])], ofFolder);
    input.value = '';
  }

  return (
    <section className="upload" aria-label="Add images">
      <DropZone
        onDrop={(dropped) =>
          void droppedFiles(dropped).then(({ found, ofFolder }) =>
            uploads.add(
              found.map(({ file }) => file),
              ofFolder,
            ),
          )
        }
      >
        <p>Drop scans or a folder of them here: JPEG, PNG, TIFF or PDF, in the order of their names.</p>
        <button type="button" className="btn small" onClick={() => files.current?.click()}>
          Choose files
        </button>
        <button type="button" className="btn small" onClick={() => folder.current?.click()}>
          Choose a folder
        </button>
        <input
          ref={files}
          type="file"
          multiple
          hidden
          accept=".jpg,.jpeg,.png,.tif,.tiff,.pdf"
          aria-label="Files of images"
          onChange={({ currentTarget }) => take(currentTarget, false)}
        />
        <input
          ref={folder}
          type="file"
          multiple
          hidden
          aria-label="Folder of images"
          {...{ webkitdirectory: '' }}
          onChange={({ currentTarget }) => take(currentTarget, true)}
        />
      </DropZone>
      {all.length > 0 ? (
        <>
          <div className="upload-sum">
            <progress aria-label="Files settled" max={all.length} value={settled} />
            <span>{settledWords ?? `${settled} of ${counted(all.length, 'file')}`}</span>
            <span className="grow" />
            {all.some(({ state: { kind } }) => ['waiting', 'held', 'sending'].includes(kind)) ? (
              <button type="button" className="btn small" onClick={() => uploads.stop()}>
                Stop
              </button>
            ) : null}
            {failed > 0 && underWay === 0 ? (
              <button type="button" className="btn small" onClick={() => uploads.retry()}>
                Try {failed === 1 ? 'it' : 'them'} again
              </button>
            ) : null}
            {underWay === 0 ? (
              <button type="button" className="btn small ghost" onClick={() => uploads.clear()}>
                Clear this list
              </button>
            ) : null}
          </div>
          <ul className="upload-list">
            {worthShowing(all).map(({ id, file, state }) => (
              <li key={id}>
                <span className="name">{file.name}</span>
                <StateOf state={state} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

/** What failed and what is under way comes first; of hundreds that are done or wait the rest is counted above. */
function worthShowing(all: readonly Upload[]): readonly Upload[] {
  const rank = ({ state: { kind } }: Upload) =>
    ['held', 'failed', 'reading', 'sending', 'done', 'there', 'waiting'].indexOf(kind);
  return all.toSorted((one, other) => rank(one) - rank(other) || one.id - other.id).slice(0, 40);
}

function StateOf({ state }: { state: UploadState }) {
  if (state.kind === 'failed')
    return (
      <span className="st err">
        <Icon name="error" />
        {state.why}
      </span>
    );
  if (state.kind === 'done')
    return (
      <span className={state.notice === null ? 'st ok' : 'st warn'}>
        <Icon name={state.notice === null ? 'check' : 'info'} />
        {state.notice ?? 'Added'}
      </span>
    );
  if (state.kind === 'held')
    return (
      <span className="st warn" role="status">
        <Icon name="warning" />
        The server cannot be reached. It goes on by itself, where it stopped.
      </span>
    );
  if (state.kind === 'there')
    return (
      <span className="st">
        <Icon name="info" />
        There already
      </span>
    );
  return <span className="quiet">{progressWords(state)}</span>;
}

function progressWords(state: UploadState & { kind: 'waiting' | 'sending' | 'reading' }): string {
  if (state.kind === 'waiting') return 'Waits';
  if (state.kind === 'sending')
    return state.share > 0 ? `${Math.round(100 * state.share)} % sent …` : 'Being sent …';
  const { leaf = 0, of = 0 } = state.soFar ?? {};
  return of > 1 ? `Page ${leaf} of ${of} is being read …` : 'Being read …';
}
