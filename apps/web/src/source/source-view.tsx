import { offsetAt, positionAt } from '@chancery/prosemirror-tei';
import { Selection } from 'prosemirror-state';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../app/icon.js';
import { redoOwn, undoOwn } from '../desk/do-markup.js';
import type { LetterSession } from '../desk/letter-session.js';
import { createStore } from '../store/store.js';
import { useStore } from '../store/use-store.js';
import { draftOf, keepDraft, releaseDraft } from './kept-draft.js';
import { type DraftState, SourceEditor } from './source-editor.js';

const nothing = createStore<DraftState>({ kind: 'same' });

/** The TEI of the letter beside its text: each shows the place at which the caret stands in the other. */
export function SourceView(props: {
  session: LetterSession;
  letterId: string;
  label: string;
  canEdit: boolean;
}) {
  const { session, letterId, label, canEdit } = props;
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<SourceEditor>();
  const { kind, reason } = useStore(session.source.state);
  const draft = useStore(editor?.state ?? nothing);
  const opened = kind !== 'closed' && kind !== 'opening' && kind !== 'failed';

  useEffect(() => void session.source.open(), [session]);

  useEffect(() => {
    if (!opened || !place.current) return undefined;
    const made = openEditor(place.current, session, letterId, label);
    setEditor(made.editor);
    return () => {
      made.close();
      setEditor(undefined);
    };
  }, [opened, session, letterId, label]);

  useEffect(() => editor?.setEditable(canEdit), [editor, canEdit]);

  return (
    <section className="source-view" aria-label="Source" data-pane="">
      <p className="source-state">
        <DraftWords draft={draft} canEdit={canEdit} />
        {draft.kind === 'faulty' ? (
          <button type="button" className="btn small" onClick={() => editor?.takeBack()}>
            Take back
          </button>
        ) : null}
      </p>
      {kind === 'failed' ? (
        <div className="band refused" role="alert">
          <Icon name="error" />
          <p>The source could not be loaded. {reason}</p>
          <button type="button" className="btn small" onClick={() => void session.source.open()}>
            Try again
          </button>
        </div>
      ) : null}
      {kind === 'behind' ? (
        <div className="band">
          <Icon name="warning" />
          <p>The text says something that cannot be written as TEI yet. {reason}</p>
        </div>
      ) : null}
      <div className="source-place" ref={place} />
    </section>
  );
}

/** How it stands with what was written, in words; a fault is said to screen readers when it comes about. */
function DraftWords({ draft, canEdit }: { draft: DraftState; canEdit: boolean }) {
  if (draft.kind === 'faulty') {
    const where = draft.line === undefined ? '' : `Line ${draft.line}, column ${draft.column ?? 1}: `;
    return (
      <span className="st err" role="status">
        <Icon name="error" />
        {where}
        {draft.reason} Nothing is sent until it is mended; it is kept on this device.
      </span>
    );
  }
  if (!canEdit) return <span className="quiet">TEI source, for reading only</span>;
  return (
    <span className="quiet">
      TEI source{draft.kind === 'waiting' ? ', being written' : ''}. <kbd>Esc</kbd> then <kbd>Tab</kbd> leaves
      it.
    </span>
  );
}

/** The editor with all that ties it to the session, and how to untie it. */
function openEditor(
  place: HTMLElement,
  session: LetterSession,
  letterId: string,
  label: string,
): { editor: SourceEditor; close: () => void } {
  const { view, source, findings, caret } = session;
  let unsent: { base: string; text: string } | undefined;
  const editor = new SourceEditor(place, source.now()?.source ?? '', {
    label: `TEI source of ${label}`,
    current: () => source.now()?.source,
    replace: (text) => source.replace(text),
    undo: () => {
      undoOwn(session);
      source.now();
      editor.focus();
    },
    redo: () => {
      redoOwn(session);
      source.now();
      editor.focus();
    },
    onCaret: (offset) => {
      const letter = source.now();
      if (!letter || !source.isCurrent) return;
      const pos = positionAt(letter, offset);
      const { doc, tr } = view.state;
      if (pos >= doc.content.size || doc.nodeAt(pos)?.type.name === 'opaqueBlock') return;
      view.dispatch(tr.setSelection(Selection.near(doc.resolve(pos))).scrollIntoView());
    },
    onDraft: (draft) => {
      unsent = draft;
      const kept = draft ? keepDraft({ letterId, ...draft }) : releaseDraft(letterId);
      kept.catch((error: unknown) => console.error('The draft could not be kept on this device.', error));
    },
  });
  const warn = (event: BeforeUnloadEvent) => {
    if (unsent && !editor.flush()) event.preventDefault();
  };
  const showCaret = () => {
    const { letter } = source.state.get();
    if (!editor.hasFocus && letter && source.isCurrent)
      editor.showPlace(offsetAt(letter, view.state.selection.head));
  };
  const follow = () => {
    const { letter } = source.state.get();
    if (letter) editor.sync(letter.source);
    showCaret();
  };
  const markFindings = () => {
    editor.mark(
      findings.state
        .get()
        .findings.flatMap(({ offset, endOffset, severity, message }) =>
          offset === undefined
            ? []
            : [{ from: offset, to: endOffset ?? offset + 1, look: severity, title: message }],
        ),
    );
  };
  const stops = [
    source.state.subscribe(follow),
    caret.subscribe(showCaret),
    findings.state.subscribe(markFindings),
  ];
  addEventListener('beforeunload', warn);
  session.sourceView = editor;
  void draftOf(letterId).then((draft) => (draft && !unsent ? editor.restore(draft) : undefined));
  markFindings();
  showCaret();
  view.dispatch(view.state.tr.scrollIntoView());
  const { sourcePlace } = session;
  session.sourcePlace = undefined;
  if (sourcePlace) editor.goTo(sourcePlace.from, sourcePlace.to);
  return {
    editor,
    close() {
      for (const stop of stops) stop();
      removeEventListener('beforeunload', warn);
      session.sourceView = undefined;
      const left = unsent;
      // What can be sent is sent; what cannot is kept, and stands there again when the view is next opened.
      if (editor.flush() === false && left) void keepDraft({ letterId, ...left });
      editor.close();
    },
  };
}
