import type { FileToMendAnswer } from '@chancery/server/api';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { getFileToMend } from '../api/client.js';
import { useVolume } from '../api/use-volume.js';
import { Failure } from '../app/failure.js';
import { Icon } from '../app/icon.js';
import { GreyLines } from '../app/slowly.js';
import { useTitle } from '../app/use-title.js';
import { draftOf } from '../source/kept-draft.js';
import { type DraftState, SourceEditor } from '../source/source-editor.js';
import { createStore } from '../store/store.js';
import { useStore } from '../store/use-store.js';
import { type Keeping, MendSession } from './mend-session.js';

/** The address of a file that is not well-formed: its source alone, with the place marked. */
export function MendPage() {
  const { fileId } = useParams({ from: '/mend/$fileId' });
  const file = useQuery({
    queryKey: ['file-to-mend', fileId],
    queryFn: () => getFileToMend(fileId),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  useVolume(file.data?.editionId);
  useTitle(file.data ? `${file.data.path}, to be mended` : 'File to be mended');
  if (file.isError)
    return (
      <main id="main">
        <Failure
          what="The file could not be opened."
          safe="What was stored is safe, and what is kept on this device stays there."
          error={file.error}
          onRetry={() => file.refetch()}
        />
      </main>
    );
  if (!file.data)
    return (
      <main id="main">
        <GreyLines count={12} label="Opening the file" />
      </main>
    );
  const { letterId } = file.data;
  if (letterId !== null) return <Navigate to="/letters/$letterId" params={{ letterId }} replace />;
  return <Mending key={`${fileId} ${file.dataUpdatedAt}`} file={file.data} onReload={() => file.refetch()} />;
}

const nothing = createStore<DraftState>({ kind: 'same' });

function Mending({ file, onReload }: { file: FileToMendAnswer; onReload: () => void }) {
  const session = useMemo(() => new MendSession(file), [file]);
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<SourceEditor>();
  const [refusal, setRefusal] = useState<string>();
  const draft = useStore(editor?.state ?? nothing);
  const keeping = useStore(session.keeping);
  const navigate = useNavigate();
  const queries = useQueryClient();

  useEffect(() => {
    if (!place.current) return undefined;
    const made = openEditor(place.current, session, file);
    setEditor(made.editor);
    return () => {
      made.close();
      session.close();
      void queries.invalidateQueries({ queryKey: ['volume', file.editionId] });
    };
  }, [session, file, queries]);

  const becomeLetter = () => {
    setRefusal(undefined);
    session.makeLetter().then(
      async (letterId) => {
        await queries.invalidateQueries({ queryKey: ['volume', file.editionId] });
        await navigate({ to: '/letters/$letterId', params: { letterId } });
      },
      (error: unknown) => setRefusal(error instanceof Error ? error.message : String(error)),
    );
  };

  return (
    <main id="main" className="desk-page mend-page">
      <div className="lbar">
        <Link
          className="iconbtn"
          to="/volumes/$editionId"
          params={{ editionId: file.editionId }}
          aria-label="Back to the letters"
        >
          <Icon name="left" />
        </Link>
        <h1>{file.path}</h1>
        <span className="grow" />
        {file.canMend ? (
          <button
            type="button"
            className="btn primary small"
            aria-disabled={draft.kind === 'faulty'}
            onClick={() => (draft.kind === 'faulty' ? undefined : becomeLetter())}
          >
            Open as a letter
          </button>
        ) : null}
      </div>
      <section className="source-view" aria-label="Source" data-pane="">
        <div role="status">
          {draft.kind === 'faulty' ? (
            <div className="band refused">
              <Icon name="error" />
              <p>
                <b>
                  Not well-formed, line {draft.line ?? 1}, column {draft.column ?? 1}.
                </b>{' '}
                {draft.reason}
              </p>
              <button type="button" className="btn small" onClick={() => editor?.goToFault()}>
                Go to the place
              </button>
            </div>
          ) : (
            <div className="band ro">
              <Icon name="check" />
              <p>The file is well-formed. {file.canMend ? 'It can be opened as a letter now.' : ''}</p>
            </div>
          )}
          {refusal === undefined ? null : (
            <div className="band refused">
              <Icon name="error" />
              <p>It cannot become a letter yet. {refusal}</p>
            </div>
          )}
          {keeping.kind === 'refused' ? (
            <div className="band refused">
              <Icon name="error" />
              <p>{keeping.reason} What you wrote is on this screen and kept on this device.</p>
              <button type="button" className="btn small" onClick={() => copy(editor)}>
                Copy what I wrote
              </button>
              <button type="button" className="btn small" onClick={onReload}>
                Load the file anew
              </button>
            </div>
          ) : null}
        </div>
        <div className="source-place" ref={place} />
      </section>
      <KeepingWords keeping={keeping} canMend={file.canMend} />
    </main>
  );
}

function copy(editor: SourceEditor | undefined): void {
  if (editor) void navigator.clipboard.writeText(editor.text);
}

/** How keeping stands, in words. */
function KeepingWords({ keeping, canMend }: { keeping: Keeping; canMend: boolean }) {
  if (!canMend)
    return (
      <footer className="stat">
        <span className="st">
          <Icon name="lock" />
          For reading only: editors mend files.
        </span>
      </footer>
    );
  const [look, icon, words] = {
    kept: ['ok', 'check', 'All of it is stored as it stands'],
    keeping: ['act', 'half', 'Storing …'],
    waiting: ['warn', 'offline', 'Kept on this device, and sent again'],
    refused: ['err', 'error', 'Kept on this device only'],
  }[keeping.kind] as ['ok' | 'act' | 'warn' | 'err', 'check' | 'half' | 'offline' | 'error', string];
  return (
    <footer className="stat" data-save-state={keeping.kind === 'kept' ? 'saved' : keeping.kind}>
      <span className={`st ${look}`}>
        <Icon name={icon} />
        {words}
      </span>
      <span className="hints">
        <span>
          <kbd>Esc</kbd> then <kbd>Tab</kbd> leaves the source
        </span>
      </span>
    </footer>
  );
}

/** The editor with what ties it to the session, and how to untie it. */
function openEditor(
  place: HTMLElement,
  session: MendSession,
  file: FileToMendAnswer,
): { editor: SourceEditor; close: () => void } {
  const editor: SourceEditor = new SourceEditor(place, file.source, {
    label: `Source of ${file.path}`,
    sends: false,
    current: () => undefined,
    replace: () => undefined,
    undo: () => undefined,
    redo: () => undefined,
    onCaret: () => undefined,
    onDraft: () => session.write(editor.text),
  });
  const warn = (event: BeforeUnloadEvent) => {
    if (!session.isKept) event.preventDefault();
  };
  addEventListener('beforeunload', warn);
  editor.setEditable(file.canMend);
  editor.check();
  editor.goToFault();
  void draftOf(file.id).then((draft) => (draft ? editor.restore(draft) : undefined));
  return {
    editor,
    close() {
      removeEventListener('beforeunload', warn);
      editor.close();
    },
  };
}
