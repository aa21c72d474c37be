import { useEffect, useRef } from 'react';
import type { Callout } from '../editor/callouts.js';
import { NoteEditor } from '../editor/note-editor.js';
import type { LetterSession } from './letter-session.js';

/** A page footnote, written in the apparatus beside the text; what is typed here enters the letter at once. */
export function FootnoteEditor({ session, callout }: { session: LetterSession; callout: Callout }) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<NoteEditor>(undefined);
  const { pos, figure } = callout;

  useEffect(() => {
    if (!place.current) return undefined;
    const made = new NoteEditor(place.current, session.view, {
      pos,
      label: `Text of page footnote ${figure}`,
      editable: () => session.editable,
    });
    editor.current = made;
    return () => made.destroy();
  }, [session, pos, figure]);

  useEffect(() => session.changes.subscribe(() => editor.current?.follow()), [session]);

  return <div className="note-text" ref={place} />;
}
